//! `_limbeck`: what Rust provides to the Python facade. The contract is `facade/NATIVE.md`.

pub(crate) use _limbeck::module_def;

#[rustpython_vm::pymodule]
mod _limbeck {
    use limbeck_core::source::Location;
    use limbeck_runtime::RunError;
    use limbeck_script::directive::{Directive, Event};
    use rustpython_vm::builtins::{PyDictRef, PyStr, PyStrRef, PyTupleRef};
    use rustpython_vm::function::{ArgIntoFloat, OptionalArg};
    use rustpython_vm::{PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

    use crate::connection::{self, Held};
    use crate::context;
    use crate::error::raise;
    use crate::named_type::{self, Change};
    use crate::session::Session;
    use crate::value::{arguments, from_value};

    fn place(file: &PyStrRef, line: u32) -> Location {
        Location::file(file.to_str().unwrap_or_default()).at(line, 0)
    }

    fn text(value: &PyStrRef) -> String {
        value.to_str().unwrap_or_default().to_owned()
    }

    fn optional(value: Option<PyStrRef>) -> Option<String> {
        value.as_ref().map(text)
    }

    fn send(event: Event, vm: &VirtualMachine) -> PyResult<()> {
        let session = Session::current(vm)?;
        let sent = session.environment.configured().and_then(|migration| migration.handle(&event));
        sent.map_err(|error| raise(error, vm))
    }

    // --- directives

    #[pyfunction]
    fn directive(
        name: PyStrRef,
        args: PyObjectRef,
        kwargs: PyObjectRef,
        in_batch: bool,
        file: PyStrRef,
        line: u32,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let location = place(&file, line);
        let (args, kwargs) = arguments(&args, &kwargs, &location, vm)?;
        let directive = Directive { name: text(&name), args, kwargs, location };
        send(Event::Directive { directive, in_batch }, vm)
    }

    #[pyfunction]
    fn begin_batch(
        args: PyObjectRef,
        kwargs: PyObjectRef,
        file: PyStrRef,
        line: u32,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let location = place(&file, line);
        let (args, kwargs) = arguments(&args, &kwargs, &location, vm)?;
        send(Event::BeginBatch(Directive { name: "batch_alter_table".into(), args, kwargs, location }), vm)
    }

    #[pyfunction]
    fn end_batch(failed: bool, vm: &VirtualMachine) -> PyResult<()> {
        if failed {
            let session = Session::current(vm)?;
            if let Some(migration) = session.environment.migration() {
                migration.abandon_batch();
            }
            return Ok(());
        }
        send(Event::EndBatch, vm)
    }

    #[pyfunction]
    fn begin_autocommit(file: PyStrRef, line: u32, vm: &VirtualMachine) -> PyResult<()> {
        send(Event::BeginAutocommit(place(&file, line)), vm)
    }

    #[pyfunction]
    fn end_autocommit(_failed: bool, vm: &VirtualMachine) -> PyResult<()> {
        send(Event::EndAutocommit, vm)
    }

    // --- revisions

    #[pyfunction]
    fn render_step(operation: PyObjectRef, in_batch: bool, vm: &VirtualMachine) -> PyResult {
        let lines = crate::hooks::render_step(&operation, in_batch, vm)?;
        Ok(vm.ctx.new_list(lines.into_iter().map(|line| vm.ctx.new_str(line).into()).collect()).into())
    }

    #[pyfunction]
    fn settled_names(declaration: PyObjectRef, metadata: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        crate::hooks::settled_names(&declaration, metadata, vm)
    }

    #[pyfunction]
    fn render_type(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<String> {
        crate::hooks::render_type(&object, vm)
    }

    // --- connections

    /// A connection to a database.
    #[pyattr]
    #[pyclass(module = "_limbeck", name = "Connection")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct NativeConnection {
        pub held: Held,
    }

    #[pyclass]
    impl NativeConnection {
        #[pymethod]
        fn execute(
            &self,
            statement: PyObjectRef,
            parameters: PyObjectRef,
            file: PyStrRef,
            line: u32,
            vm: &VirtualMachine,
        ) -> PyResult {
            let connection = self.held.get(vm)?;
            let outcome = connection::execute(&connection, &statement, &parameters, &place(&file, line), vm)?;
            connection::outcome_object(&outcome, vm)
        }

        #[pymethod]
        fn begin(&self, vm: &VirtualMachine) -> PyResult<()> {
            connection::begin(&self.held.get(vm)?, vm)
        }

        #[pymethod]
        fn commit(&self, vm: &VirtualMachine) -> PyResult<()> {
            self.held.get(vm)?.commit().map_err(|error| raise(RunError::database(error), vm))
        }

        #[pymethod]
        fn rollback(&self, vm: &VirtualMachine) -> PyResult<()> {
            self.held.get(vm)?.rollback().map_err(|error| raise(RunError::database(error), vm))
        }

        #[pymethod]
        fn in_transaction(&self, vm: &VirtualMachine) -> PyResult<bool> {
            Ok(self.held.get(vm)?.in_transaction())
        }

        #[pymethod]
        fn savepoint(&self, name: PyStrRef, vm: &VirtualMachine) -> PyResult<()> {
            connection::savepoint(&self.held.get(vm)?, "SAVEPOINT", &text(&name), vm)
        }

        #[pymethod]
        fn release(&self, name: PyStrRef, vm: &VirtualMachine) -> PyResult<()> {
            connection::savepoint(&self.held.get(vm)?, "RELEASE SAVEPOINT", &text(&name), vm)
        }

        #[pymethod]
        fn rollback_to(&self, name: PyStrRef, vm: &VirtualMachine) -> PyResult<()> {
            connection::savepoint(&self.held.get(vm)?, "ROLLBACK TO SAVEPOINT", &text(&name), vm)
        }

        #[pymethod]
        fn close(&self, vm: &VirtualMachine) -> PyResult<()> {
            self.held.close(vm)
        }

        #[pygetset]
        fn closed(&self) -> bool {
            self.held.is_closed()
        }

        #[pygetset]
        fn dialect_name(&self, vm: &VirtualMachine) -> PyResult<String> {
            Ok(self.held.get(vm)?.dialect().name().to_owned())
        }

        #[pygetset]
        fn url(&self, vm: &VirtualMachine) -> PyResult<String> {
            Ok(self.held.get(vm)?.borrow().url().render(false))
        }

        #[pygetset]
        fn default_schema_name(&self, vm: &VirtualMachine) -> PyResult<Option<String>> {
            self.held.get(vm)?.default_schema().map_err(|error| raise(RunError::database(error), vm))
        }

        #[pygetset(setter)]
        fn set_default_schema_name(&self, name: Option<PyStrRef>, vm: &VirtualMachine) -> PyResult<()> {
            self.held.get(vm)?.set_default_schema(optional(name));
            Ok(())
        }

        #[pygetset]
        fn keeps_sequences(&self, vm: &VirtualMachine) -> PyResult<bool> {
            Ok(self.held.get(vm)?.dialect().keeps_sequences())
        }

        #[pymethod]
        fn server_version(&self, vm: &VirtualMachine) -> PyResult<PyTupleRef> {
            let version = self.held.get(vm)?.borrow().server_version();
            Ok(vm.ctx.new_tuple(version.into_iter().map(|n| vm.ctx.new_int(n).into()).collect()))
        }

        #[pymethod]
        fn get_isolation_level(&self, vm: &VirtualMachine) -> PyResult<String> {
            let level = self.held.get(vm)?.borrow().isolation_level();
            level.map_err(|error| raise(RunError::database(error), vm))
        }

        #[pymethod]
        fn set_isolation_level(&self, level: PyStrRef, vm: &VirtualMachine) -> PyResult<()> {
            context::set_isolation_level(&self.held.get(vm)?, &text(&level), vm)
        }

        #[pymethod]
        fn inspect(
            &self,
            what: PyStrRef,
            table: Option<PyStrRef>,
            schema: Option<PyStrRef>,
            vm: &VirtualMachine,
        ) -> PyResult {
            let connection = self.held.get(vm)?;
            let found = crate::inspect::inspect(&connection, &text(&what), optional(table), optional(schema), vm)?;
            Ok(from_value(&found, vm))
        }
    }

    #[pyfunction]
    fn connect(url: PyStrRef, _options: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<NativeConnection> {
        let connection = connection::connect(&text(&url), vm)?;
        if let Some(session) = Session::running() {
            session.connections.borrow_mut().push(connection.clone());
        }
        Ok(NativeConnection { held: Held::new(connection) })
    }

    #[pyfunction]
    fn compile(
        construct: PyObjectRef,
        dialect_name: PyStrRef,
        literal_binds: bool,
        vm: &VirtualMachine,
    ) -> PyResult<String> {
        context::compile(&construct, &text(&dialect_name), literal_binds, vm)
    }

    #[pyfunction]
    fn compile_params(_construct: PyObjectRef, _dialect_name: PyStrRef, vm: &VirtualMachine) -> PyResult {
        Err(vm.new_not_implemented_error("limbeck's compiled statements do not show their parameters"))
    }

    #[pyfunction]
    fn quote(name: PyStrRef, dialect_name: PyStrRef, vm: &VirtualMachine) -> PyResult<String> {
        Ok(context::dialect(&text(&dialect_name), vm)?.quote(&text(&name)))
    }

    #[pyfunction]
    fn create_all(
        native: PyRef<NativeConnection>,
        declarations: PyObjectRef,
        checkfirst: bool,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        context::create_all(&native.held.get(vm)?, &declarations, checkfirst, vm)
    }

    #[pyfunction]
    fn drop_all(
        native: PyRef<NativeConnection>,
        declarations: PyObjectRef,
        checkfirst: bool,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        context::drop_all(&native.held.get(vm)?, &declarations, checkfirst, vm)
    }

    #[pyfunction]
    fn change_type(
        change: PyStrRef,
        native: Option<PyRef<NativeConnection>>,
        named: PyObjectRef,
        checkfirst: bool,
        // A tuple takes as many arguments as it has members.
        (file, line): (PyStrRef, u32),
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let connection = native.map(|native| native.held.get(vm)).transpose()?;
        let change = if text(&change) == "create" { Change::Create } else { Change::Drop };
        named_type::change(connection.as_ref(), &named, checkfirst, &place(&file, line), vm, change)
    }

    // --- the running context

    #[pyfunction]
    fn is_offline(vm: &VirtualMachine) -> PyResult<bool> {
        Ok(Session::current(vm)?.environment.is_offline())
    }

    #[pyfunction]
    fn configure(
        native: Option<PyRef<NativeConnection>>,
        url: Option<PyStrRef>,
        dialect_name: Option<PyStrRef>,
        options: PyDictRef,
        target_metadata: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let connection = native.map(|native| native.held.get(vm)).transpose()?;
        context::configure(connection, optional(url), optional(dialect_name), &options, &target_metadata, vm)
    }

    #[pyfunction]
    fn begin_transaction(vm: &VirtualMachine) -> PyResult<bool> {
        context::with_migration(vm, |migration| migration.begin_transaction(false))
    }

    #[pyfunction]
    fn end_transaction(failed: bool, vm: &VirtualMachine) -> PyResult<()> {
        context::with_migration(vm, |migration| migration.end_transaction(failed))
    }

    #[pyfunction]
    fn run_migrations(kwargs: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        context::run_migrations(kwargs, vm)
    }

    #[pyfunction]
    fn static_output(text: PyStrRef, vm: &VirtualMachine) -> PyResult<()> {
        context::with_migration(vm, |migration| migration.static_output(text.to_str().unwrap_or_default()))
    }

    #[pyfunction]
    fn context_execute(statement: PyObjectRef, file: PyStrRef, line: u32, vm: &VirtualMachine) -> PyResult<()> {
        context::execute(&statement, &place(&file, line), vm)
    }

    #[pyfunction]
    fn get_bind(vm: &VirtualMachine) -> PyResult<Option<NativeConnection>> {
        let session = Session::current(vm)?;
        let migration = session.environment.configured().map_err(|error| raise(error, vm))?;
        Ok(migration
            .connection()
            .filter(|_| !session.environment.is_offline())
            .map(|connection| NativeConnection { held: Held::new(connection.clone()) }))
    }

    #[pyfunction]
    fn context_info(what: PyStrRef, vm: &VirtualMachine) -> PyResult {
        context::info(&text(&what), vm)
    }

    #[pyfunction]
    fn current_heads(vm: &VirtualMachine) -> PyResult<PyTupleRef> {
        let heads = context::with_migration(vm, |migration| migration.current_heads())?;
        Ok(context::text_tuple(&heads, vm))
    }

    #[pyfunction]
    fn stamp(_revision: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        Err(vm.new_not_implemented_error(
            "MigrationContext.stamp() cannot be used inside limbeck; run `limbeck stamp` instead",
        ))
    }

    #[pyfunction]
    fn migration_heads(
        native: PyRef<NativeConnection>,
        options: PyDictRef,
        vm: &VirtualMachine,
    ) -> PyResult<PyTupleRef> {
        let heads = context::migration_heads(&native.held.get(vm)?, &options, vm)?;
        Ok(context::text_tuple(&heads, vm))
    }

    #[pyfunction]
    fn x_arguments(vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        let session = Session::current(vm)?;
        let config = session.environment.config.borrow();
        Ok(config.x_arguments().iter().map(|x| vm.ctx.new_str(x.as_str()).into()).collect())
    }

    #[pyfunction]
    fn revision_argument(vm: &VirtualMachine) -> PyResult {
        context::revision_argument(vm)
    }

    #[pyfunction]
    fn starting_revision_argument(vm: &VirtualMachine) -> PyResult<Option<String>> {
        Ok(Session::current(vm)?.environment.starting_revision.clone())
    }

    #[pyfunction]
    fn tag_argument(vm: &VirtualMachine) -> PyResult<Option<String>> {
        Ok(Session::current(vm)?.environment.tag.clone())
    }

    #[pyfunction]
    fn head_revisions(vm: &VirtualMachine) -> PyResult<PyTupleRef> {
        let session = Session::current(vm)?;
        let heads: Vec<String> = session.environment.history.map().heads().iter().map(|h| h.id().to_owned()).collect();
        Ok(context::text_tuple(&heads, vm))
    }

    // --- configuration

    #[pyfunction]
    fn config_get(section: PyStrRef, name: PyStrRef, vm: &VirtualMachine) -> PyResult<Option<String>> {
        crate::config::get(&text(&section), &text(&name), vm)
    }

    #[pyfunction]
    fn config_section(section: PyStrRef, vm: &VirtualMachine) -> PyResult {
        crate::config::section(&text(&section), vm)
    }

    #[pyfunction]
    fn config_set(section: PyStrRef, name: PyStrRef, value: Option<PyStrRef>, vm: &VirtualMachine) -> PyResult<()> {
        crate::config::set(&text(&section), &text(&name), optional(value).as_deref(), vm)
    }

    #[pyfunction]
    fn config_file_name(vm: &VirtualMachine) -> PyResult<Option<String>> {
        let session = Session::current(vm)?;
        let config = session.environment.config.borrow();
        Ok(config.config_file_name().map(|path| path.display().to_string()))
    }

    #[pyfunction]
    fn config_section_name(vm: &VirtualMachine) -> PyResult<String> {
        Ok(Session::current(vm)?.environment.config.borrow().section_name().to_owned())
    }

    #[pyfunction]
    fn config_attributes(vm: &VirtualMachine) -> PyResult {
        Ok(Session::current(vm)?.attributes(vm))
    }

    #[pyfunction]
    fn config_cmd_opts(vm: &VirtualMachine) -> PyResult {
        crate::config::command_options(vm)
    }

    #[pyfunction]
    fn print_stdout(value: PyStrRef) {
        println!("{}", text(&value));
    }

    #[pyfunction]
    fn script_info(what: PyStrRef, argument: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult {
        crate::config::script_info(&text(&what), argument.into_option(), vm)
    }

    // --- logging, the machine, imports

    #[pyfunction]
    fn log(logger: PyStrRef, level: u32, message: PyStrRef) {
        crate::machine::log(&text(&logger), level, &text(&message));
    }

    #[pyfunction]
    fn log_enabled(logger: PyStrRef, level: u32) -> bool {
        crate::machine::log_enabled(&text(&logger), level)
    }

    #[pyfunction]
    fn log_set_level(logger: PyStrRef, level: u32) {
        crate::machine::log_set_level(&text(&logger), level);
    }

    #[pyfunction]
    fn log_touch(logger: PyStrRef) {
        limbeck_runtime::logging::touch(&text(&logger));
    }

    #[pyfunction]
    fn log_set_flags(logger: PyStrRef, propagate: bool, disabled: bool) {
        limbeck_runtime::logging::set_flags(&text(&logger), propagate, disabled);
    }

    #[pyfunction]
    fn log_handler(
        id: u64,
        target: PyStrRef,
        level: u32,
        format: Option<PyStrRef>,
        datefmt: Option<PyStrRef>,
        style: PyStrRef,
        vm: &VirtualMachine,
    ) -> PyResult<u64> {
        let handler = crate::machine::PythonHandler {
            target: text(&target),
            level,
            format: optional(format),
            datefmt: optional(datefmt),
            style: text(&style).chars().next().unwrap_or('%'),
        };
        crate::machine::log_handler(id, handler, vm)
    }

    #[pyfunction]
    fn log_attach(logger: PyStrRef, handler: u64, on: bool) {
        let change = if on { limbeck_runtime::logging::attach } else { limbeck_runtime::logging::detach };
        change(&text(&logger), handler);
    }

    #[pyfunction]
    fn log_clear_handlers(logger: PyStrRef) {
        limbeck_runtime::logging::clear_handlers(&text(&logger));
    }

    #[pyfunction]
    fn log_has_handlers(logger: PyStrRef) -> bool {
        limbeck_runtime::logging::has_handlers(&text(&logger))
    }

    #[pyfunction]
    fn log_names(vm: &VirtualMachine) -> PyObjectRef {
        let names = limbeck_runtime::logging::names();
        vm.ctx.new_list(names.into_iter().map(|name| vm.ctx.new_str(name).into()).collect()).into()
    }

    #[pyfunction]
    fn log_leave_behind(names: Vec<PyStrRef>, children: Vec<PyStrRef>, disable: bool) {
        let list = |names: Vec<PyStrRef>| names.iter().map(text).collect::<Vec<_>>();
        limbeck_runtime::logging::leave_behind(&list(names), &list(children), disable);
    }

    #[pyfunction]
    fn log_mute(level: u32) {
        limbeck_runtime::logging::mute(limbeck_runtime::logging::Level(level));
    }

    #[pyfunction]
    fn log_file_config(file: PyStrRef, disable_existing: bool, vm: &VirtualMachine) -> PyResult<()> {
        crate::machine::log_file_config(&text(&file), disable_existing, vm)
    }

    #[pyfunction]
    fn environ(vm: &VirtualMachine) -> PyResult<PyDictRef> {
        crate::machine::environ(vm)
    }

    #[pyfunction]
    fn getcwd() -> String {
        crate::machine::getcwd()
    }

    #[pyfunction]
    fn read_file(path: PyStrRef, vm: &VirtualMachine) -> PyResult {
        crate::machine::read_file(&text(&path), vm)
    }

    #[pyfunction]
    fn write_file(path: PyStrRef, data: PyStrRef, vm: &VirtualMachine) -> PyResult<()> {
        crate::machine::write_file(&text(&path), &text(&data), vm)
    }

    #[pyfunction]
    fn list_dir(path: PyStrRef, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        crate::machine::list_dir(&text(&path), vm)
    }

    #[pyfunction]
    fn path_kind(path: PyStrRef) -> Option<&'static str> {
        crate::machine::path_kind(&text(&path))
    }

    #[pyfunction]
    fn real_path(path: PyStrRef) -> String {
        crate::machine::real_path(&text(&path))
    }

    #[pyfunction]
    fn urandom(size: usize, vm: &VirtualMachine) -> PyResult {
        crate::machine::urandom(size, vm)
    }

    #[pyfunction]
    fn sleep(seconds: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<()> {
        crate::machine::sleep(seconds.into(), vm)
    }

    #[pyfunction]
    fn compile_module(source: PyStrRef, path: PyStrRef, vm: &VirtualMachine) -> PyResult {
        crate::imports::compile(&text(&source), &text(&path), vm)
    }

    #[pyfunction]
    fn import_is_guarded(file: PyStrRef, line: u32) -> bool {
        crate::imports::is_guarded(&text(&file), line)
    }

    /// Whether a module of the project may fail: env.py is running, and the models come from elsewhere.
    #[pyfunction]
    fn models_are_elsewhere() -> bool {
        crate::elsewhere::is_configured()
    }

    #[pyfunction]
    fn register(
        kind: PyStrRef,
        name: PyObjectRef,
        payload: OptionalArg<PyObjectRef>,
        _vm: &VirtualMachine,
    ) -> PyResult<()> {
        let Some(session) = Session::running() else { return Ok(()) };
        let name = name.downcast_ref::<PyStr>().and_then(|name| name.to_str());
        if let (Some(name), OptionalArg::Present(function), "write_hook") = (name, payload, text(&kind).as_str()) {
            session.python.add_write_hook(name.to_owned(), function);
        }
        session.registered.borrow_mut().push(text(&kind));
        Ok(())
    }
}
