//! The templates of `init`: files of this crate, below `templates/`.

/// What becomes of a template's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Goes into the new folder as it is.
    Copied,
    /// The ini file, wherever the configuration is to be.
    Ini,
    /// The section of pyproject.toml.
    Pyproject,
}

/// A file of a template: its name, what becomes of it, its text.
pub(super) type File = (&'static str, Kind, &'static str);

/// A kind of project that `init` can make.
#[derive(Debug)]
pub struct Template {
    /// The name that `--template` takes.
    pub name: &'static str,
    /// In the order in which they are written.
    pub(super) files: &'static [File],
}

impl Template {
    /// All templates, by name.
    pub fn all() -> &'static [Template] {
        TEMPLATES
    }

    /// The template of that name.
    pub fn find(name: &str) -> Option<&'static Template> {
        TEMPLATES.iter().find(|template| template.name == name)
    }

    /// What it is, in a line: the first of its README.
    pub fn synopsis(&self) -> &'static str {
        let readme = self.files.iter().find(|(name, ..)| *name == "README");
        readme.and_then(|(_, _, text)| text.lines().next()).unwrap_or_default()
    }
}

macro_rules! file {
    ($name:literal, $kind:ident, $path:literal) => {
        ($name, Kind::$kind, include_str!(concat!("../../templates/", $path)))
    };
}

const TEMPLATES: &[Template] = &[
    Template {
        name: "async",
        files: &[
            file!("README", Copied, "async/README"),
            file!("alembic.ini", Ini, "generic/alembic.ini.mako"),
            file!("env.py", Copied, "async/env.py"),
            file!("script.py.mako", Copied, "generic/script.py.mako"),
        ],
    },
    Template {
        name: "generic",
        files: &[
            file!("README", Copied, "generic/README"),
            file!("alembic.ini", Ini, "generic/alembic.ini.mako"),
            file!("env.py", Copied, "generic/env.py"),
            file!("script.py.mako", Copied, "generic/script.py.mako"),
        ],
    },
    Template {
        name: "multidb",
        files: &[
            file!("README", Copied, "multidb/README"),
            file!("alembic.ini", Ini, "multidb/alembic.ini.mako"),
            file!("env.py", Copied, "multidb/env.py"),
            file!("script.py.mako", Copied, "multidb/script.py.mako"),
        ],
    },
    Template {
        name: "pyproject",
        files: &[
            file!("README", Copied, "pyproject/README"),
            file!("alembic.ini", Ini, "pyproject/alembic.ini.mako"),
            file!("env.py", Copied, "generic/env.py"),
            file!("pyproject.toml", Pyproject, "pyproject/pyproject.toml.mako"),
            file!("script.py.mako", Copied, "generic/script.py.mako"),
        ],
    },
    Template {
        name: "pyproject_async",
        files: &[
            file!("README", Copied, "pyproject_async/README"),
            file!("alembic.ini", Ini, "pyproject/alembic.ini.mako"),
            file!("env.py", Copied, "async/env.py"),
            file!("pyproject.toml", Pyproject, "pyproject/pyproject.toml.mako"),
            file!("script.py.mako", Copied, "generic/script.py.mako"),
        ],
    },
];
