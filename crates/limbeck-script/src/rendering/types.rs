//! Types: SQLAlchemy's own as `sa.String(length=20)`, a dialect's as `postgresql.JSONB(...)` with its import.

use limbeck_core::autogenerate::{python_repr, type_repr};
use limbeck_core::schema::{CustomType, OptionValue, SqlType};

use super::item::{Answer, Item};
use super::{Code, RenderError};

impl Code<'_> {
    pub(super) fn type_(&self, sql_type: &SqlType) -> Result<String, RenderError> {
        match self.asked(Item::Type(sql_type))? {
            Answer::Usual => {}
            // As in Alembic.
            Answer::Omit => return Ok("None".into()),
            Answer::Code(code) => return Ok(code),
        }
        Ok(match sql_type {
            SqlType::Custom(custom) => self.custom(custom),
            SqlType::Variant { base, variants } => {
                let mut text = self.type_(base)?;
                let mut variants: Vec<_> = variants.iter().collect();
                variants.sort_by(|a, b| a.0.cmp(&b.0));
                for (dialect, variant) in variants {
                    text.push_str(&format!(".with_variant({}, {})", self.type_(variant)?, python_repr(dialect)));
                }
                text
            }
            SqlType::Array { item, dimensions, generic } => {
                let mut arguments = vec![self.type_(item)?];
                if *dimensions > 1 {
                    arguments.push(format!("dimensions={dimensions}"));
                }
                let module = match generic {
                    true => self.sa(),
                    false => {
                        self.import_dialect("postgresql");
                        "postgresql."
                    }
                };
                format!("{module}ARRAY({})", arguments.join(", "))
            }
            SqlType::Dialect { dialect, name, arguments } => {
                self.import_dialect(dialect);
                let inner = format!("{}Text()", self.sa());
                let shown = type_repr(sql_type).replace("Text()", &inner);
                match (name.as_str(), arguments.get(dialect, "data_type")) {
                    // SQLAlchemy does not show where it is, nor that a line of its own makes it.
                    ("DOMAIN", Some(OptionValue::Type(base))) => {
                        let schema = match arguments.get(dialect, "schema") {
                            Some(OptionValue::Text(schema)) => format!(", schema={}", python_repr(schema)),
                            _ => String::new(),
                        };
                        let made = match arguments.get(dialect, "create_type") {
                            Some(OptionValue::Bool(false)) => ", create_type=False",
                            _ => "",
                        };
                        let shown = shown.replacen(&type_repr(base), &self.type_(base)?, 1);
                        format!("{dialect}.{}{schema}{made})", shown.strip_suffix(')').unwrap_or(&shown))
                    }
                    _ => format!("{dialect}.{shown}"),
                }
            }
            // SQLAlchemy's own has no word for it.
            SqlType::Enum { values, name, schema, native: true, create_type: false, .. }
                if self.dialect.name() == "postgresql" =>
            {
                self.import_dialect("postgresql");
                let values = values.iter().map(|value| python_repr(value));
                let text = |key: &str, value: &Option<String>| {
                    value.as_ref().map(|value| format!("{key}={}", python_repr(value)))
                };
                let rest = [text("name", name), text("schema", schema), Some("create_type=False".to_owned())];
                let all: Vec<String> = values.chain(rest.into_iter().flatten()).collect();
                format!("postgresql.ENUM({})", all.join(", "))
            }
            // What makes the CHECK of a new table.
            SqlType::Enum { create_constraint: true, .. } => {
                let shown = type_repr(sql_type);
                format!("{}{}, create_constraint=True)", self.sa(), shown.strip_suffix(')').unwrap_or(&shown))
            }
            // What SQLAlchemy does not know when it reflects.
            SqlType::Verbatim(_) => format!("{}NullType()", self.sa()),
            other => format!("{}{}", self.sa(), type_repr(other)),
        })
    }

    /// A type of a column that is there: the CHECK of an Enum comes and goes by itself, because it has a name of its own.
    pub(super) fn type_of_column(&self, sql_type: &SqlType) -> Result<String, RenderError> {
        let mut sql_type = sql_type.clone();
        leave_check_out(&mut sql_type);
        self.type_(&sql_type)
    }

    /// A type of the project's own, with the import of its module. With `user_module_prefix` the script has its import from the template.
    fn custom(&self, custom: &CustomType) -> String {
        let (module, mut code) = (&custom.module, custom.repr.clone());
        if module.starts_with("sqlalchemy.") || self.options.user_prefix.is_some() {
            return self.prefix(module) + &code;
        }
        // `repr()` does not say which class it is inside of.
        if let Some((outer, name)) = custom.class.rsplit_once('.')
            && code.starts_with(&format!("{name}("))
            && !outer.contains('<')
        {
            code.insert_str(0, &format!("{outer}."));
        }
        if is_importable(custom) {
            self.imports.borrow_mut().insert(format!("import {module}"));
        }
        self.prefix(module) + &code
    }

    /// Where a class of this module is found.
    fn prefix(&self, module: &str) -> String {
        if let Some(rest) = module.strip_prefix("sqlalchemy.dialects.") {
            let dialect = rest.split('.').next().unwrap_or(rest);
            self.import_dialect(dialect);
            return format!("{dialect}.");
        }
        if module.starts_with("sqlalchemy.") {
            return self.sa().to_owned();
        }
        self.options.user_prefix.clone().unwrap_or_else(|| format!("{module}."))
    }

    fn import_dialect(&self, dialect: &str) {
        self.imports.borrow_mut().insert(format!("from sqlalchemy.dialects import {dialect}"));
    }
}

pub(super) fn leave_check_out(sql_type: &mut SqlType) {
    match sql_type {
        SqlType::Enum { create_constraint, .. } => *create_constraint = false,
        SqlType::Variant { base, variants } => {
            leave_check_out(base);
            variants.iter_mut().for_each(|(_, variant)| leave_check_out(variant));
        }
        _ => {}
    }
}

/// Whether a script can have the class by importing its module: not one of env.py or of a function.
fn is_importable(custom: &CustomType) -> bool {
    let is_name = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '_');
    !["__main__", "env_py", "builtins"].contains(&custom.module.as_str())
        && custom.module.split('.').all(is_name)
        && !custom.class.contains('<')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_modules_are_imported() {
        let is = |module: &str, class: &str| {
            is_importable(&CustomType {
                module: module.into(),
                class: class.into(),
                repr: String::new(),
                object: None,
                implementation: SqlType::Integer,
            })
        };
        assert!(is("app.types", "Money"));
        assert!(is("models", "Types.Money"));
        for (module, class) in
            [("env_py", "Money"), ("__main__", "Money"), ("app", "f.<locals>.Money"), ("", "Money"), ("a-b", "M")]
        {
            assert!(!is(module, class), "{module} {class}");
        }
    }
}
