//! From a script's event to statements on a connection, or to text.

use limbeck_core::expression::{Parameters, Statement};
use limbeck_core::operation::{Batch, Operation};
use limbeck_core::schema::TableName;
use limbeck_core::source::{Location, SourceError};
use limbeck_database::{DatabaseError, Outcome};
use limbeck_dialect::{BindMode, Catalogue, DialectError, Sql, Step, Trial, TypeMemory};
use limbeck_script::binder::Binder;
use limbeck_script::directive::Event;

use crate::connection::SharedConnection;
use crate::error::RunError;
use crate::migration::MigrationContext;

impl MigrationContext {
    /// Does what a script asks for.
    pub fn handle(&self, event: &Event) -> Result<(), RunError> {
        match event {
            Event::BeginAutocommit(_) => self.begin_autocommit(),
            Event::EndAutocommit => self.end_autocommit(),
            event => {
                let place = self.place(event);
                let operations = self.binder.borrow_mut().bind(event)?;
                self.perform(&operations, &place).map_err(|error| error.at(&place))
            }
        }
    }

    /// A batch block of the script ended with an exception; what it had queued is forgotten.
    pub fn abandon_batch(&self) {
        self.blocks.borrow_mut().pop();
        self.binder.borrow_mut().abandon_batch();
    }

    /// The line that an event comes from; a batch block's is where it begins.
    fn place(&self, event: &Event) -> Location {
        match event {
            Event::Directive { directive, .. } => directive.location.clone(),
            Event::BeginBatch(directive) => {
                self.blocks.borrow_mut().push(directive.location.clone());
                directive.location.clone()
            }
            Event::EndBatch => self.blocks.borrow_mut().pop().unwrap_or_else(|| Location::file("")),
            Event::BeginAutocommit(location) => location.clone(),
            Event::EndAutocommit => Location::file(""),
        }
    }

    /// Binds and renders what a script asks for without doing it, so that faults are found before anything is done.
    pub(crate) fn check(&self, events: &[Event]) -> Result<(), RunError> {
        let mut binder = Binder::new(self.bind_state());
        let mut types = TypeMemory::default();
        for event in events {
            let place = self.place(event);
            for operation in binder.bind(event)? {
                match operation {
                    // What a batch block does depends on what the table is by then.
                    Operation::Batch(_) => self.require_known_names(&operation)?,
                    _ => self.render(&operation, &mut types, &place).map(drop)?,
                }
            }
        }
        Ok(())
    }

    /// Does what one event asks for. Everything is rendered before the first statement is sent: a refusal leaves nothing behind.
    fn perform(&self, operations: &[Operation], place: &Location) -> Result<(), RunError> {
        if let [Operation::Batch(batch)] = operations {
            return self.perform_batch(batch, place);
        }
        let mut statements = Vec::new();
        for operation in operations {
            statements.append(&mut self.render(operation, &mut self.types.borrow_mut(), place)?);
        }
        statements.iter().try_for_each(|sql| self.send(sql).map(drop))
    }

    fn render(&self, operation: &Operation, types: &mut TypeMemory, place: &Location) -> Result<Vec<Sql>, RunError> {
        self.require_known_names(operation)?;
        self.dialect.operation_of_run(operation, self.bind_mode(), types).map_err(|error| refusal(error, place))
    }

    /// Sends statements, or writes them.
    pub fn send_all(&self, statements: &[Sql], location: &Location) -> Result<(), RunError> {
        statements.iter().try_for_each(|sql| self.send(sql).map(drop)).map_err(|error| error.at(location))
    }

    /// Refuses to name a constraint while the naming convention is not known.
    fn require_known_names(&self, operation: &Operation) -> Result<(), RunError> {
        let names = matches!(
            operation,
            Operation::CreateTable { .. }
                | Operation::AddConstraint { .. }
                | Operation::DropConstraint { .. }
                | Operation::CreateIndex { .. }
                | Operation::Batch(_)
        );
        if names { self.require_convention() } else { Ok(()) }
    }

    /// Refuses to go on while the naming convention is not known.
    fn require_convention(&self) -> Result<(), RunError> {
        match &self.options.unknown_convention {
            Some(error) => Err(RunError::Source(error.clone())),
            None => Ok(()),
        }
    }

    fn perform_batch(&self, batch: &Batch, place: &Location) -> Result<(), RunError> {
        self.require_convention()?;
        let Some(connection) = self.live() else {
            let steps = self.dialect.batch(batch, None).map_err(|error| refusal(error, place))?;
            return steps.iter().try_for_each(|step| match step {
                Step::Sql(sql) | Step::Trial(sql, _) | Step::Always(sql) => self.send(sql).map(drop),
                Step::ForeignKeysOff | Step::ForeignKeysBack { .. } => Ok(()),
            });
        };
        let steps = {
            let mut live = connection.borrow();
            let catalogue: &mut dyn Catalogue = live.as_mut();
            self.dialect.batch(batch, Some(catalogue)).map_err(|error| refusal(error, place))?
        };
        if !steps.contains(&Step::ForeignKeysOff) {
            return self.perform_steps(&steps, batch, connection, place);
        }
        let result = connection.all_or_nothing(|| self.perform_steps(&steps, batch, connection, place));
        if result.is_err() {
            for step in &steps {
                if let Step::Always(sql) = step {
                    // The first error is the one to show.
                    let _ = connection.borrow().execute(sql);
                }
            }
            self.restore_foreign_keys();
        }
        result
    }

    fn perform_steps(
        &self,
        steps: &[Step],
        batch: &Batch,
        connection: &SharedConnection,
        place: &Location,
    ) -> Result<(), RunError> {
        let mut violations_before = Vec::new();
        for step in steps {
            match step {
                Step::Sql(sql) | Step::Always(sql) => {
                    self.send(sql)?;
                }
                Step::Trial(sql, trial) => {
                    self.send(sql).map_err(|error| explained(error, trial))?;
                }
                Step::ForeignKeysOff => {
                    let before = connection.borrow().enforce_foreign_keys(false).map_err(RunError::database)?;
                    self.foreign_keys_before.set(Some(before));
                    if before {
                        violations_before = violations(connection, &batch.table)?;
                    }
                }
                Step::ForeignKeysBack { table } => {
                    if self.foreign_keys_before.get() == Some(true)
                        && let Some(new) =
                            violations(connection, table)?.into_iter().find(|v| !violations_before.contains(v))
                    {
                        return Err(SourceError::new(place.clone(), format!("after this change {new}"))
                            .help("change or delete such rows first")
                            .into());
                    }
                    self.restore_foreign_keys();
                }
            }
        }
        Ok(())
    }

    /// Enforces foreign keys as before a rebuild.
    pub(crate) fn restore_foreign_keys(&self) {
        if let (Some(before), Some(connection)) = (self.foreign_keys_before.take(), self.live()) {
            // The switch itself cannot fail on an open connection, and there is nothing to do if it did.
            let _ = connection.borrow().enforce_foreign_keys(before);
        }
    }

    fn bind_mode(&self) -> BindMode {
        let literal_binds = self.options.literal_binds || self.environment.rehearsal.is_some();
        match (self.is_offline(), literal_binds) {
            (false, _) => BindMode::Driver,
            (true, true) => BindMode::Inline,
            (true, false) => BindMode::Placeholder,
        }
    }

    /// Sends a statement, or writes it.
    pub(crate) fn send(&self, sql: &Sql) -> Result<Outcome, RunError> {
        if self.environment.interrupt.is_pulled() {
            return Err(RunError::Interrupted);
        }
        let Some(connection) = self.live() else {
            self.write_statement(sql)?;
            return Ok(Outcome::default());
        };
        connection.execute(sql).map_err(RunError::database)
    }

    /// Runs a statement of data: `context.execute()`, `op.get_bind().execute()` in offline mode.
    pub fn execute(
        &self,
        statement: &Statement,
        parameters: &[Parameters],
        location: &Location,
    ) -> Result<Outcome, RunError> {
        let statements = self
            .dialect
            .statement(statement, parameters, self.bind_mode())
            .map_err(|error| refusal(error, location))?;
        let mut last = Outcome::default();
        for sql in &statements {
            last = self.send(sql).map_err(|error| error.at(location))?;
        }
        Ok(last)
    }
}

/// A refusal of the database in the words of the script.
fn explained(error: RunError, trial: &Trial) -> RunError {
    match error {
        RunError::Database { error, location } => {
            let message = trial.message(&error.message);
            RunError::Database { error: DatabaseError { message, ..error }.with_help(trial.help()), location }
        }
        other => other,
    }
}

fn violations(connection: &SharedConnection, table: &TableName) -> Result<Vec<String>, RunError> {
    connection.borrow().foreign_key_violations(table).map_err(RunError::database)
}

/// What a dialect refuses, at the line that asks for it.
pub fn refusal(error: DialectError, location: &Location) -> RunError {
    let source = SourceError::new(location.clone(), error.to_string());
    RunError::Source(match error.help() {
        Some(help) => source.help(help),
        None => source,
    })
}
