//! What `context.configure()` decides.

use std::rc::Rc;

use limbeck_core::schema::{NamingConvention, TableName};
use limbeck_core::source::{Location, SourceError};
use limbeck_script::binder;
use limbeck_script::directive::Value;
use limbeck_script::rendering::{Block, RenderItem, RenderOptions};

use crate::compare::TargetMetadata;
use crate::error::RunError;
use crate::version_apply::VersionApply;

/// Called after a version row was changed, inside the transaction.
pub type VersionApplyCallback = Rc<dyn Fn(&VersionApply) -> Result<(), RunError>>;

/// Called with the revisions that are about to be written, the number of the database that was compared last, and the rows of that; it may
/// change the revisions.
pub type RevisionCallback = Rc<dyn Fn(&mut Vec<RevisionDirective>, usize, &[String]) -> Result<(), RunError>>;

/// What a revision does to one database in one direction.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Body {
    /// `upgrade_token` or `downgrade_token`: under which name the template finds the text
    pub token: String,
    /// What is done
    pub blocks: Vec<Block>,
    /// The number of the database: that of its `run_migrations()`, from 0
    pub database: usize,
}

/// `render_item`, and the import lines that it asks for.
pub trait RenderItems: RenderItem {
    /// Those lines since the last call, in any order.
    fn imports(&self) -> Vec<String>;
}

/// A revision that the command `revision` is about to write, as env.py may change it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RevisionDirective {
    /// The identifier.
    pub id: String,
    /// Whether the command was told the identifier.
    pub id_given: bool,
    /// The message.
    pub message: Option<String>,
    /// What it comes after, as the command was told.
    pub head: String,
    /// Whether it may come after a revision that is no head.
    pub splice: bool,
    /// Labels for the branch that it begins.
    pub branch_labels: Vec<String>,
    /// Which of several version locations its file goes to.
    pub version_path: Option<String>,
    /// Revisions or labels that it depends on.
    pub depends_on: Vec<String>,
    /// Lines for the template's `imports` beside those that the code needs.
    pub imports: Vec<String>,
    /// What goes up, of each database.
    pub upgrades: Vec<Body>,
    /// What goes down, likewise.
    pub downgrades: Vec<Body>,
    /// The code of these; `None` when env.py was not run.
    pub code: Option<RevisionCode>,
}

impl RevisionDirective {
    /// Whether anything is to be done by it.
    pub fn has_steps(&self) -> bool {
        self.upgrades.iter().chain(&self.downgrades).flat_map(|body| &body.blocks).any(|block| !block.steps.is_empty())
    }
}

/// What the template of a new revision is given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RevisionCode {
    /// Texts by the tokens of their bodies.
    pub texts: Vec<(String, String)>,
    /// Import lines, sorted.
    pub imports: Vec<String>,
}

/// The options of `context.configure()` that running a plan depends on.
#[derive(Clone)]
pub struct ConfigureOptions {
    /// `version_table`, `version_table_schema`
    pub version_table: TableName,
    /// `version_table_pk`
    pub version_table_pk: bool,
    /// `transaction_per_migration`
    pub transaction_per_migration: bool,
    /// `transactional_ddl`; `None` is the dialect's own
    pub transactional_ddl: Option<bool>,
    /// `literal_binds`: offline text carries values, not placeholders
    pub literal_binds: bool,
    /// `starting_rev` in place of the command's
    pub starting_revision: Option<String>,
    /// `target_metadata.naming_convention`
    pub naming_convention: NamingConvention,
    /// Why the naming convention is not known, when target_metadata could not be imported.
    pub unknown_convention: Option<SourceError>,
    /// `on_version_apply`
    pub on_version_apply: Vec<VersionApplyCallback>,
    /// The models; `None` when env.py gives none.
    pub target: Option<Rc<dyn TargetMetadata>>,
    /// `compare_type`; a function of env.py is [`TargetMetadata::compare_type`].
    pub compare_type: bool,
    /// `compare_server_default`; a function of env.py is [`TargetMetadata::compare_server_default`].
    pub compare_server_default: bool,
    /// `include_schemas`
    pub include_schemas: bool,
    /// Why models and database must not be compared: an option asks for a comparison that is not known here.
    pub comparison_refused: Option<SourceError>,
    /// `upgrade_token`, `downgrade_token`: under which names the template of a new revision finds the text of this database
    pub tokens: (String, String),
    /// `alembic_module_prefix`, `sqlalchemy_module_prefix`, `user_module_prefix`, `render_as_batch`
    pub rendering: RenderOptions,
    /// `process_revision_directives`
    pub process_revision: Option<RevisionCallback>,
    /// `render_item`
    pub render_item: Option<Rc<dyn RenderItems>>,
    /// Whether scripts may be read without running them: not when env.py registered something that changes what they mean.
    pub static_reader: bool,
}

impl Default for ConfigureOptions {
    fn default() -> Self {
        ConfigureOptions {
            version_table: TableName::new("alembic_version"),
            version_table_pk: true,
            transaction_per_migration: false,
            transactional_ddl: None,
            literal_binds: false,
            starting_revision: None,
            naming_convention: NamingConvention::default(),
            unknown_convention: None,
            on_version_apply: Vec::new(),
            target: None,
            compare_type: true,
            compare_server_default: false,
            include_schemas: false,
            comparison_refused: None,
            tokens: ("upgrades".into(), "downgrades".into()),
            rendering: RenderOptions::default(),
            process_revision: None,
            render_item: None,
            static_reader: true,
        }
    }
}

impl ConfigureOptions {
    /// Reads the keyword arguments of `context.configure()`. Those that only autogenerate asks for are left alone here.
    ///
    /// # Errors
    /// An argument of the wrong type, or an absent value where it would decide something.
    pub fn from_values(arguments: &[(String, Value)], location: &Location) -> Result<Self, SourceError> {
        let mut options = ConfigureOptions::default();
        for (name, value) in arguments {
            let wrong = |expected: &str| match value {
                Value::Absent(absent) => SourceError::new(
                    absent.location.clone(),
                    format!(
                        "configure({name}=...) depends on {}, and module {} could not be imported",
                        absent.expression, absent.module
                    ),
                )
                .help("make the module importable for limbeck, or give the value itself in env.py"),
                _ => SourceError::new(
                    location.clone(),
                    format!("configure({name}=...) takes {expected}, not {}", value.type_name()),
                ),
            };
            let flag = || match value {
                Value::Bool(flag) => Ok(*flag),
                Value::None => Ok(false),
                _ => Err(wrong("True or False")),
            };
            let text = || match value {
                Value::Str(text) => Ok(Some(text.clone())),
                Value::None => Ok(None),
                _ => Err(wrong("a string")),
            };
            match name.as_str() {
                "version_table" => {
                    if let Some(table) = text()? {
                        options.version_table.name = table;
                    }
                }
                "version_table_schema" => options.version_table.schema = text()?,
                "version_table_pk" => options.version_table_pk = flag()?,
                "transaction_per_migration" => options.transaction_per_migration = flag()?,
                "transactional_ddl" => {
                    options.transactional_ddl = if *value == Value::None { None } else { Some(flag()?) };
                }
                "upgrade_token" | "downgrade_token" => {
                    let token = if name == "upgrade_token" { &mut options.tokens.0 } else { &mut options.tokens.1 };
                    if let Some(text) = text()? {
                        *token = text;
                    }
                }
                "literal_binds" => options.literal_binds = flag()?,
                // As in Alembic, only False turns them off.
                "compare_type" | "compare_server_default" => {
                    let on = match value {
                        Value::Absent(_) => return Err(wrong("True or False")),
                        _ => *value != Value::Bool(false),
                    };
                    match name.as_str() {
                        "compare_type" => options.compare_type = on,
                        _ => options.compare_server_default = on,
                    }
                }
                "autogenerate_plugins" => options.comparison_refused = other_plugins(value, location),
                "include_schemas" => options.include_schemas = flag()?,
                "alembic_module_prefix" => options.rendering.alembic_prefix = text()?.unwrap_or_default(),
                "sqlalchemy_module_prefix" => options.rendering.sqlalchemy_prefix = text()?.unwrap_or_default(),
                "user_module_prefix" => options.rendering.user_prefix = text()?,
                "render_as_batch" => options.rendering.as_batch = flag()?,
                "starting_rev" => options.starting_revision = text()?,
                "target_metadata" if matches!(value, Value::Absent(_)) => options.unknown_convention = Some(wrong("")),
                "target_metadata" => options.naming_convention = naming_convention(value, location)?,
                _ => {}
            }
        }
        Ok(options)
    }
}

/// Plugins other than those that Alembic brings along and uses by itself.
fn other_plugins(plugins: &Value, location: &Location) -> Option<SourceError> {
    // CHECKs are compared in any case.
    let checks = ["alembic.ext.checkconstraint_byname", "alembic.autogenerate.checkconstraint_byname"];
    let known =
        |value: &Value| value.as_str().is_some_and(|name| name == "alembic.autogenerate.*" || checks.contains(&name));
    if *plugins == Value::None || plugins.as_items().is_some_and(|items| items.iter().all(known)) {
        return None;
    }
    let message = "configure(autogenerate_plugins=...) asks for plugins that limbeck does not know";
    let help = "leave it out, or name \"alembic.autogenerate.*\" and plugins that env.py sets up with Plugin.setup_plugin_from_module()";
    Some(SourceError::new(location.clone(), message).help(help))
}

/// Of several MetaData, none has a say: Alembic takes the convention of a single one only.
fn naming_convention(metadata: &Value, location: &Location) -> Result<NamingConvention, SourceError> {
    match metadata {
        Value::None => Ok(NamingConvention::default()),
        list if list.as_items().is_some() => Ok(NamingConvention::default()),
        single => binder::bind_metadata_convention(single, location),
    }
}
