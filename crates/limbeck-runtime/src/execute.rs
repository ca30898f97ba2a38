//! From a script's event to statements on a connection, or to text.

use limbeck_core::expression::{Parameters, Statement};
use limbeck_core::operation::Operation;
use limbeck_core::source::{Location, SourceError};
use limbeck_database::Outcome;
use limbeck_dialect::{BindMode, Catalogue, DialectError, Sql, Step};
use limbeck_script::binder::Binder;
use limbeck_script::directive::Event;

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
                for operation in &operations {
                    self.perform(operation, &place).map_err(|error| error.at(&place))?;
                }
                Ok(())
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
        for event in events {
            let place = self.place(event);
            for operation in binder.bind(event)? {
                // A batch block depends on what the table is by then.
                if !matches!(operation, Operation::Batch(_)) {
                    self.dialect.operation(&operation, self.bind_mode()).map_err(|error| refusal(error, &place))?;
                }
            }
        }
        Ok(())
    }

    fn perform(&self, operation: &Operation, location: &Location) -> Result<(), RunError> {
        let refuse = |error| refusal(error, location);
        let Operation::Batch(batch) = operation else {
            for sql in self.dialect.operation(operation, self.bind_mode()).map_err(refuse)? {
                self.send(&sql)?;
            }
            return Ok(());
        };
        let steps = match self.live() {
            None => self.dialect.batch(batch, None),
            Some(connection) => {
                let mut live = connection.borrow();
                let catalogue: &mut dyn Catalogue = live.as_mut();
                self.dialect.batch(batch, Some(catalogue))
            }
        };
        for step in steps.map_err(refuse)? {
            match (step, self.live()) {
                (Step::Sql(sql), _) => {
                    self.send(&sql)?;
                }
                (_, None) => {}
                (Step::ForeignKeysOff, Some(connection)) => {
                    let before = connection.borrow().enforce_foreign_keys(false).map_err(RunError::database)?;
                    self.foreign_keys_before.set(Some(before));
                }
                (Step::ForeignKeysBack { table }, Some(connection)) => {
                    if self.foreign_keys_before.get() == Some(true) {
                        let violations =
                            connection.borrow().foreign_key_violations(&table).map_err(RunError::database)?;
                        if let Some(violation) = violations.first() {
                            return Err(RunError::command(format!("{location}: {violation}")));
                        }
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
        match (self.environment.offline, self.options.literal_binds) {
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
        let outcome = connection.execute(sql).map_err(RunError::database)?;
        let list = if self.autocommit.get() { &self.committed } else { &self.sent };
        list.borrow_mut().push(sql.text.clone());
        Ok(outcome)
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

/// What a dialect refuses, at the line that asks for it.
pub fn refusal(error: DialectError, location: &Location) -> RunError {
    let source = SourceError::new(location.clone(), error.to_string());
    RunError::Source(match error.help() {
        Some(help) => source.help(help),
        None => source,
    })
}
