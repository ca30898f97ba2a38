//! What differs between a database and the models of a project.

pub mod compare;
mod describe;
mod difference;
mod domains;
mod named_types;
mod order;
mod wording;

pub use compare::{ColumnOf, ElementText, Item, ItemKind, Kept, Remark, Rules, Sequences, compare, take_late_keys};
pub use describe::{python_repr, type_repr};
pub use difference::{Conversion, Difference};
pub use domains::{Domain, DomainChange};
pub use named_types::{EnumChange, NamedType, TypeKind, TypeUser};
pub use order::{dangling_foreign_key, dependency_order, removal_order};
