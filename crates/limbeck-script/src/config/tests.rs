use std::path::{Path, PathBuf};

use insta::assert_snapshot;

use super::logging::{HandlerTarget, Level};
use super::*;

struct Project {
    folder: tempfile::TempDir,
    root: PathBuf,
}

impl Project {
    fn new(files: &[(&str, &str)]) -> Project {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().canonicalize().expect("a real path");
        let project = Project { folder, root };
        for (name, text) in files {
            let path = project.folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("make the folder");
            std::fs::write(path, text).expect("write");
        }
        project
    }

    fn input(&self) -> ConfigInput {
        ConfigInput { cwd: self.root.clone(), ..ConfigInput::default() }
    }

    fn load(&self) -> Config {
        Config::load(self.input()).expect("the configuration loads")
    }

    fn below(&self, paths: Vec<PathBuf>) -> Vec<String> {
        paths.iter().map(|path| path.strip_prefix(&self.root).unwrap_or(path).display().to_string()).collect()
    }

    fn shown(&self, error: impl std::fmt::Display) -> String {
        error.to_string().replace(&self.root.display().to_string(), "ROOT")
    }
}

/// A project with one ini.
fn ini(text: &str) -> Project {
    Project::new(&[("alembic.ini", text)])
}

fn main_option(text: &str, name: &str) -> Result<Option<String>, String> {
    let project = ini(text);
    project.load().get_main_option(name).map_err(|error| project.shown(error))
}

#[test]
fn ini_wins_over_pyproject_key_by_key() {
    let project = Project::new(&[
        ("alembic.ini", "[alembic]\nfile_template = %%(rev)s\n"),
        (
            "pyproject.toml",
            "[tool.alembic]\nscript_location = \"%(here)s/m\"\nfile_template = \"x\"\ntimezone = \"UTC\"\n",
        ),
    ]);
    let config = project.load();
    assert_eq!(config.script_location(), Ok(project.root.join("m")));
    assert_eq!(config.file_template().expect("a template").value, "%(rev)s");
    let zone = config.timezone().expect("a zone").expect("is set");
    assert_eq!((zone.value.as_str(), zone.location.to_string().as_str()), ("UTC", "pyproject.toml:4"));
    assert_eq!(config.get_main_option("script_location"), Ok(None), "get_main_option reads the ini only");
}

#[test]
fn defaults() {
    let config = ini("[alembic]\nscript_location = ./m/\n").load();
    assert_eq!(config.script_location(), Ok(PathBuf::from("m")));
    assert_eq!(config.file_template().expect("a template").value, "%(rev)s_%(slug)s");
    assert_eq!(config.truncate_slug_length(), Ok(40));
    assert_eq!(config.timezone(), Ok(None));
    assert_eq!(config.version_locations(), Ok(None));
    assert_eq!(config.prepend_sys_path(), Ok(Vec::new()));
    assert_eq!(config.revision_environment(), Ok(false));
    assert_eq!(config.recursive_version_locations(), Ok(false));
    assert_eq!(config.sourceless(), Ok(false));
    assert_eq!(config.output_encoding().expect("an encoding").value, "utf-8");
    assert_eq!(config.hooks(), Ok(Vec::new()));
    assert_eq!(config.config_file_name(), Some(Path::new("alembic.ini")));
    assert_eq!(config.warnings(), Ok(Vec::new()));
}

#[test]
fn files_are_chosen_as_alembic_chooses() {
    let project = Project::new(&[]);
    let names = |files: &[&str], env: Option<&str>| {
        let input = ConfigInput {
            files: files.iter().map(PathBuf::from).collect(),
            env: env.map(str::to_owned),
            ..project.input()
        };
        let config = Config::load(input).map_err(|error| error.to_string())?;
        let name = |path: Option<&Path>| path.map(|path| path.display().to_string()).unwrap_or_default();
        Ok::<_, String>((name(config.config_file_name()), name(config.toml_file_name())))
    };
    let both = |ini: &str, toml: &str| Ok((ini.to_owned(), toml.to_owned()));
    assert_eq!(names(&[], None), both("alembic.ini", "pyproject.toml"));
    assert_eq!(names(&["a.ini"], Some("b.ini")), both("a.ini", "pyproject.toml"));
    assert_eq!(names(&["x/pyproject.toml"], Some("b.ini")), both("b.ini", "x/pyproject.toml"));
    assert_eq!(names(&[], Some("y/pyproject.toml")), both("alembic.ini", "y/pyproject.toml"));
    assert_eq!(names(&[], Some("")), both("alembic.ini", "pyproject.toml"));
    assert_eq!(names(&["a.ini", "pyproject.toml"], None), both("a.ini", "pyproject.toml"));
    assert_eq!(names(&["a.ini", "b.ini"], None), Err("only one ini file may be indicated".to_owned()));
    assert_eq!(
        names(&["pyproject.toml", "x/pyproject.toml"], None),
        Err("pyproject.toml indicated more than once".to_owned())
    );
}

#[test]
fn a_missing_ini_is_an_empty_one() {
    let config = Project::new(&[]).load();
    let error = config.script_location().expect_err("nothing is configured");
    assert_snapshot!(error, @"No 'script_location' key found in configuration.");
    assert_eq!(
        error,
        ConfigError::NoScriptLocation { missing: vec!["alembic.ini".to_owned(), "pyproject.toml".to_owned()] }
    );
    let error = config.get_main_option("x").expect_err("there is no section");
    assert_snapshot!(error, @"No config file 'alembic.ini' found, or file has no '[alembic]' section");
}

#[test]
fn another_section() {
    let project = ini("[alembic]\nx = 1\n[other]\nx = 2\nscript_location = o\n");
    let config = Config::load(ConfigInput { section: Some("other".to_owned()), ..project.input() }).expect("it loads");
    assert_eq!(config.get_main_option("X"), Ok(Some("2".to_owned())));
    assert_eq!(config.script_location(), Ok(PathBuf::from("o")));
    assert_eq!(config.get_section_option("alembic", "x"), Ok(Some("1".to_owned())));
}

#[test]
fn faults_of_the_ini_are_located_and_show_no_value() {
    let error = |text: &str| main_option(text, "url").expect_err("a fault");
    assert_snapshot!(error("[alembic]\nx = 1\nurl = postgresql://u:s3cr%40t@h/d\n"), @"
    alembic.ini:3: stray percent sign in the value of 'url' in [alembic]
      help: write %% for a percent sign, %(name)s for the value of another option
    ");
    assert_snapshot!(error("[alembic]\nurl =\n  a\n  b%\n"), @"
    alembic.ini:4: stray percent sign in the value of 'url' in [alembic]
      help: write %% for a percent sign, %(name)s for the value of another option
    ");
    assert_snapshot!(error("[alembic]\nurl = x://%(DB_USER)s:s3cret@h\n"), @"
    alembic.ini:2: %(db_user)s in the value of 'url' names no option of [alembic] or [DEFAULT]
      help: environment variables are not read here: set the value in env.py. Write %% for a percent sign
    ");
    assert_snapshot!(error("[alembic]\nurl = %(url)s\n"), @"
    alembic.ini:2: 'url' refers to other options more than 10 deep
      help: does it refer to itself?
    ");
}

#[test]
fn an_ini_that_cannot_be_parsed() {
    let error = |bytes: &[u8]| {
        let project = Project::new(&[]);
        std::fs::write(project.root.join("alembic.ini"), bytes).expect("write");
        Config::load(project.input()).expect_err("a fault").to_string()
    };
    assert_snapshot!(error(b"x = 1\n"), @"
    alembic.ini:1: this line stands before any [section] header
      help: begin the file with the section's name, such as [alembic]
    ");
    assert_snapshot!(error(b"[alembic]\nx = 1\nX: 2\n"), @"alembic.ini:3: option 'x' is there twice in [alembic]; the first is on line 2");
    assert_snapshot!(error(b"[alembic]\n\n[alembic]\n"), @"alembic.ini:3: section [alembic] is there twice; the first is on line 1");
    assert_snapshot!(error(b"[alembic]\nx = 1\nwords\n"), @"
    alembic.ini:3: this line is not `key = value`
      help: indent it to continue the value above, or begin it with # to make it a comment
    ");
    assert_snapshot!(error(b"[alembic]\nx = caf\xe9\n"), @"
    alembic.ini:2: not UTF-8 text
      help: save the file as UTF-8
    ");
}

#[test]
fn an_ini_that_cannot_be_read() {
    let project = Project::new(&[("alembic.ini/x", "")]);
    let error = Config::load(project.input()).expect_err("it is a folder").to_string();
    assert!(error.starts_with("alembic.ini: cannot read the file: "), "{error}");
}

#[test]
fn a_byte_order_mark_is_taken_off() {
    assert_eq!(main_option("\u{feff}[alembic]\nx = 1\n", "x"), Ok(Some("1".to_owned())));
}

#[test]
fn here_is_each_files_own_folder_and_no_pattern() {
    let project = Project::new(&[
        ("a%b/alembic.ini", "[alembic]\nx = %(here)s/m\n"),
        ("c/pyproject.toml", "[tool.alembic]\ny = \"%(here)s/100%%\"\nz = [\"%(here)s\"]\n"),
    ]);
    let files = vec!["a%b/alembic.ini".into(), "c/pyproject.toml".into()];
    let config = Config::load(ConfigInput { files, ..project.input() }).expect("it loads");
    let root = project.root.display();
    assert_eq!(config.get_main_option("x"), Ok(Some(format!("{root}/a%b/m"))));
    assert_eq!(config.get_alembic_option("y"), Ok(Some(OptionValue::Str(format!("{root}/c/100%")))));
    assert_eq!(config.get_alembic_option("z"), Ok(Some(OptionValue::List(vec![format!("{root}/c")]))));
    let section = config.get_section("alembic").expect("no fault").expect("is there");
    assert_eq!(section[0], ("here".to_owned(), format!("{root}/a%b")));
    assert_eq!(config.get_section("nope"), Ok(None));
}

#[test]
fn pyproject_types() {
    let project = Project::new(&[(
        "pyproject.toml",
        "[project]\nname = 'x'\n[tool.alembic]\nn = 3\nb = true\nd = 2020-01-01\nm = ['a', 1]\np = '5%'\ntimezone = 3\n\
         t = {b = 'x', a = 'y'}\nsourceless = 'true'\n",
    )]);
    let config = project.load();
    let get = |name: &str| config.get_alembic_option(name).map_err(|error| error.to_string());
    assert_eq!(get("n"), Ok(Some(OptionValue::Int(3))));
    assert_eq!(get("b"), Ok(Some(OptionValue::Bool(true))));
    assert_eq!(get("t"), Ok(Some(OptionValue::Table(vec![("b".into(), "x".into()), ("a".into(), "y".into())]))));
    assert_eq!(get("nope"), Ok(None));
    assert_snapshot!(get("d").expect_err("a date"), @"
    pyproject.toml:6: unsupported TOML value type for key: 'd' (datetime)
      help: strings, whole numbers, booleans, lists of strings, tables of strings and lists of such tables are read
    ");
    assert_snapshot!(get("m").expect_err("mixed"), @"
    pyproject.toml:7: unsupported TOML value type for key: 'm' (list of values that are not strings)
      help: strings, whole numbers, booleans, lists of strings, tables of strings and lists of such tables are read
    ");
    assert_snapshot!(get("p").expect_err("stray"), @"
    pyproject.toml:8: 'p' has a percent sign that is neither %(here)s nor %%
      help: write %% for a percent sign: %%(rev)s in file_template
    ");
    assert_snapshot!(config.timezone().expect_err("a number"), @"pyproject.toml:9: timezone is not a string");
    assert_snapshot!(config.sourceless().expect_err("a string"), @"pyproject.toml:11: boolean value expected for TOML parameter 'sourceless'");
}

#[test]
fn a_pyproject_that_cannot_be_parsed() {
    let error =
        |text: &str| Config::load(Project::new(&[("pyproject.toml", text)]).input()).expect_err("a fault").to_string();
    assert_snapshot!(error("[tool]\nalembic = 3\n"), @"
    pyproject.toml:2: Incorrect TOML format
      help: tool.alembic must be a table: [tool.alembic]
    ");
    let broken = error("[tool.alembic]\nx = \n");
    assert!(broken.starts_with("pyproject.toml:2: not valid TOML: "), "{broken}");
}

#[test]
fn version_locations_are_split_as_asked() {
    let split = |text: &str| {
        let project = ini(&format!("[alembic]\n{text}\n"));
        let config = project.load();
        config
            .version_locations()
            .map(|paths| paths.map(|paths| project.below(paths)))
            .map_err(|error| project.shown(error))
    };
    let list = |items: &[&str]| Ok(Some(items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>()));
    assert_eq!(split("version_locations = a:b\npath_separator = os"), list(&["a", "b"]));
    assert_eq!(split("version_locations = a:b\npath_separator = :"), list(&["a", "b"]));
    assert_eq!(split("version_locations = a ; b;\npath_separator = ;"), list(&["a", "b"]));
    assert_eq!(split("version_locations = a  b\npath_separator = space"), list(&["a", "b"]));
    assert_eq!(split("version_locations =\n  a\n  b\npath_separator = newline"), list(&["a", "b"]));
    assert_eq!(split("version_locations =\n  a:\n  b\npath_separator = os"), list(&["a", "b"]));
    assert_eq!(split("version_locations = a:b\nversion_path_separator = os"), list(&["a", "b"]));
    assert_eq!(
        split("version_locations = a b\npath_separator = space\nversion_path_separator = os"),
        list(&["a", "b"])
    );
    assert_eq!(
        split("version_locations = a, b  c , d"),
        list(&["a", "b", "c", "d"]),
        "without a separator: the old way"
    );
    assert_eq!(split("version_locations = %(here)s/a ./b/../c"), list(&["a", "b/../c"]));
    assert_eq!(split("version_locations ="), Ok(None));
    assert_snapshot!(split("version_locations = a\npath_separator = foo").expect_err("no such separator"), @"alembic.ini:3: 'foo' is not a valid value for path_separator; expected 'space', 'newline', 'os', ':', ';'");
    assert_snapshot!(split("version_locations =\n  a\n  b\npath_separator = os").expect_err("lines"), @"
    alembic.ini:2: version_locations has several lines, but lines do not separate paths
      help: add `path_separator = newline`, or end each line with the separator
    ");
}

#[test]
fn paths_from_pyproject_and_prepend_sys_path() {
    let project = Project::new(&[(
        "pyproject.toml",
        "[tool.alembic]\nversion_locations = ['%(here)s/a', 'b']\nprepend_sys_path = ['.', 'src']\n",
    )]);
    let config = project.load();
    assert_eq!(config.version_locations().map(|p| p.map(|p| project.below(p))), Ok(Some(vec!["a".into(), "b".into()])));
    assert_eq!(config.prepend_sys_path().map(|p| project.below(p)), Ok(vec!["".into(), "src".into()]));

    let project = ini("[alembic]\nprepend_sys_path = .:src lib\n");
    assert_eq!(
        project.load().prepend_sys_path().map(|p| project.below(p)),
        Ok(vec!["".into(), "src".into(), "lib".into()])
    );
}

#[test]
fn package_resources() {
    let project = Project::new(&[
        (
            "alembic.ini",
            "[alembic]\nprepend_sys_path = src\nscript_location = app.db:migrations:x\nversion_locations = gone:v\n\
                         path_separator = space\n",
        ),
        ("app/db/readme", ""),
        ("src/app/db/__init__.py", ""),
    ]);
    let config = project.load();
    assert_eq!(
        config.script_location().map(|path| project.below(vec![path])),
        Ok(vec!["src/app/db/migrations/x".into()])
    );
    assert_snapshot!(project.shown(config.version_locations().expect_err("no such package")), @"
    alembic.ini:4: the package 'gone' of 'gone:v' is not in ROOT/src, ROOT
      help: name the folder that holds the package in prepend_sys_path, or write a path with %(here)s
    ");
}

#[test]
fn typed_options_refuse_what_they_cannot_be() {
    let config = ini(
        "[alembic]\ntruncate_slug_length = many\nrevision_environment = perhaps\nrecursive_version_locations = True\n",
    )
    .load();
    assert_snapshot!(config.truncate_slug_length().expect_err("no number"), @"alembic.ini:2: truncate_slug_length is not a whole number");
    assert_snapshot!(config.revision_environment().expect_err("no boolean"), @"alembic.ini:3: revision_environment is neither true nor false");
    assert_eq!(config.recursive_version_locations(), Ok(false), "as in Alembic, only `true` is true");
    assert_snapshot!(config.warnings().expect("no fault").join("\n"), @"alembic.ini:4: recursive_version_locations is off: only the exact text `true` turns it on, not `True`");
    let config =
        ini("[alembic]\ntruncate_slug_length =\nrevision_environment = ON\nsourceless = true\ntimezone =\n").load();
    assert_eq!(config.truncate_slug_length(), Ok(40));
    assert_eq!(config.revision_environment(), Ok(true));
    assert_eq!(config.sourceless(), Ok(true));
    assert_eq!(config.timezone(), Ok(None), "blank is local time, as the comment in Alembic's own ini says");
}

#[test]
fn options_can_be_set_and_removed() {
    let mut config = ini("[alembic]\nx = 1\ny = %(x)s\n").load();
    config.set_main_option("X", "a%%b").expect("well formed");
    assert_eq!(config.get_main_option("y"), Ok(Some("a%b".to_owned())));
    let error = config.set_main_option("url", "x://u:s3cr%40t@h").expect_err("stray");
    assert_snapshot!(error, @"invalid interpolation syntax in the value set for 'url' at position 10: write %% for a percent sign");
    assert!(config.remove_main_option("x"));
    assert!(!config.remove_main_option("x"));
    config.set_section_option("new", "k", "v").expect("well formed");
    assert_eq!(config.get_section_option("new", "K"), Ok(Some("v".to_owned())));

    let mut config = Config::in_memory("/somewhere");
    config.set_main_option("script_location", "m").expect("well formed");
    assert_eq!(config.script_location(), Ok(PathBuf::from("m")));
    assert_eq!((config.here(), config.config_file_name()), (".", None));
}

#[test]
fn hooks_of_both_files() {
    let hooks = |files: &[(&str, &str)]| {
        let hooks = Project::new(files).load().hooks().map_err(|error| error.to_string())?;
        Ok::<_, String>(hooks.into_iter().map(|hook| (hook.name, hook.options)).collect::<Vec<_>>())
    };
    let option = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    let text = "[post_write_hooks]\nhooks = black, lint\nblack.type = console_scripts\nblack.options = -l 79\nlint.type=exec\n";
    let expected = vec![
        ("black".to_owned(), vec![option("type", "console_scripts"), option("options", "-l 79")]),
        ("lint".to_owned(), vec![option("type", "exec")]),
    ];
    assert_eq!(hooks(&[("alembic.ini", text)]), Ok(expected));
    let toml = "[tool.alembic]\n[[tool.alembic.post_write_hooks]]\nname = 'a'\ntype = 'exec'\n";
    assert_eq!(hooks(&[("pyproject.toml", toml)]), Ok(vec![("a".to_owned(), vec![option("type", "exec")])]));
    let nameless = "[tool.alembic]\n[[tool.alembic.post_write_hooks]]\ntype = 'exec'\n";
    assert_snapshot!(hooks(&[("pyproject.toml", nameless)]).expect_err("no name"), @"pyproject.toml:2: a post write hook has no `name`");
}

const LOGGING: &str = "[loggers]
keys = root,sqlalchemy, app

[handlers]
keys = console,file

[formatters]
keys = generic

[logger_root]
level = WARNING
handlers = console

[logger_sqlalchemy]
level = INFO
handlers =
qualname = sqlalchemy.engine

[logger_app]
handlers = console, file
qualname = app
propagate = 0

[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
formatter = generic

[handler_file]
class = logging.FileHandler
args = ('x.log', 'w')

[formatter_generic]
format = %(levelname)-5.5s [%(name)s] %(message)s
datefmt = %H:%M:%S
";

#[test]
fn logging_sections() {
    let logging = ini(LOGGING).load().logging().expect("well formed");
    assert_eq!((logging.root.level, logging.root.handlers.len()), (Some(Level::Warning), 1));
    let loggers: Vec<_> =
        logging.loggers.iter().map(|l| (l.qualname.as_str(), l.level, l.propagate, l.handlers.len())).collect();
    assert_eq!(loggers, [("sqlalchemy.engine", Some(Level::Info), true, 0), ("app", None, false, 2)]);
    let console = &logging.handlers[0];
    assert_eq!((&console.target, console.level), (&HandlerTarget::Stderr, Some(Level::NotSet)));
    let formatter = console.formatter.as_ref().expect("a formatter");
    assert_eq!(formatter.format.as_deref(), Some("%(levelname)-5.5s [%(name)s] %(message)s"));
    assert_eq!(formatter.datefmt.as_deref(), Some("%H:%M:%S"));
    assert_eq!(logging.handlers[1].target, HandlerTarget::File { path: "x.log".into(), append: false });
}

#[test]
fn logging_that_cannot_be_set_up() {
    let error = |text: &str| ini(text).load().logging().expect_err("a fault").to_string();
    assert_snapshot!(error("[alembic]\nx = 1\n"), @"
    alembic.ini: logging cannot be set up: there is no section [formatters]
      help: add the logging sections, or take fileConfig() out of env.py
    ");
    assert_snapshot!(error(&LOGGING.replace("= WARNING", "= warning")), @"
    alembic.ini:11: Unknown level: 'warning'
      help: levels are NOTSET, DEBUG, INFO, WARNING, ERROR and CRITICAL
    ");
    assert_snapshot!(error(&LOGGING.replace("keys = root,", "keys = ")), @"
    alembic.ini:2: [loggers] keys does not name root
      help: write `keys = root, ...`
    ");
    assert_snapshot!(error(&LOGGING.replace("qualname = app\n", "")), @"alembic.ini: logging cannot be set up: [logger_app] has no `qualname`");
    assert_snapshot!(error(&LOGGING.replace("keys = console,file", "keys = console")), @"alembic.ini:20: [handlers] keys does not name the handler 'file'");
    assert_snapshot!(error(&LOGGING.replace("formatter = generic", "formatter = other")), @"alembic.ini:28: [formatters] keys does not name the formatter 'other'");
    assert_snapshot!(error(&LOGGING.replace("[handler_file]", "[handler_gone]")), @"
    alembic.ini: logging cannot be set up: there is no section [handler_file]
      help: add the logging sections, or take fileConfig() out of env.py
    ");
}

#[test]
fn handlers_of_other_classes_are_named() {
    let target = |from: &str, to: &str| {
        ini(&LOGGING.replace(from, to)).load().logging().expect("well formed").handlers[0].target.clone()
    };
    assert_eq!(target("(sys.stderr,)", "(sys.stdout,)"), HandlerTarget::Stdout);
    assert_eq!(target("= StreamHandler\nargs = (sys.stderr,)", "= NullHandler"), HandlerTarget::Null);
    assert_eq!(target("(sys.stderr,)", "(open('x'),)"), HandlerTarget::Other("StreamHandler(open('x'),)".to_owned()));
    assert_eq!(
        target("= StreamHandler", "= rich.logging.RichHandler"),
        HandlerTarget::Other("rich.logging.RichHandler(sys.stderr,)".to_owned())
    );
}

#[test]
fn the_interpreter_of_the_project() {
    let python = |files: &[(&str, &str)]| {
        let project = Project::new(files);
        let found = project.load().python().map_err(|error| error.to_string())?;
        let shown = found.map(|found| format!("{} at {}", found.value.display(), found.location));
        Ok::<_, String>(shown.map(|shown| shown.replace(&*project.root.display().to_string(), "ROOT")))
    };
    let some = |text: &str| Ok(Some(text.to_owned()));
    assert_eq!(python(&[("alembic.ini", "[alembic]\npython = a/b\n[DEFAULT]\npython = c/d\n")]), Ok(None));
    let ini = ("alembic.ini", "[alembic]\n[limbeck]\npython = .venv/bin/python\n");
    let toml = ("pyproject.toml", "[tool.limbeck]\npython = \"../venv/bin/python\"\n");
    assert_eq!(python(&[ini, toml]), some("ROOT/.venv/bin/python at alembic.ini:3"));
    assert_eq!(python(&[toml]), some("ROOT/../venv/bin/python at pyproject.toml:2"));
    assert_eq!(python(&[("alembic.ini", "[limbeck]\npython = python3.12\n")]), some("python3.12 at alembic.ini:2"));
    let absolute = [("alembic.ini", "[limbeck]\npython = /usr/bin/python3\n")];
    assert_eq!(python(&absolute), some("/usr/bin/python3 at alembic.ini:2"));
    let empty = python(&[("alembic.ini", "[limbeck]\npython =\n")]);
    assert_snapshot!(empty.expect_err("a fault"), @"
    alembic.ini:2: python is empty
      help: name an interpreter, or leave the key out
    ");
    let number = python(&[("pyproject.toml", "[tool.limbeck]\npython = 3\n")]);
    assert_snapshot!(number.expect_err("a fault"), @"pyproject.toml:2: python is not a string");
    let wrong = Project::new(&[("pyproject.toml", "[tool]\nlimbeck = 3\n")]);
    assert_snapshot!(Config::load(wrong.input()).expect_err("a fault").to_string(), @"
    pyproject.toml:2: Incorrect TOML format
      help: tool.limbeck must be a table: [tool.limbeck]
    ");
}
