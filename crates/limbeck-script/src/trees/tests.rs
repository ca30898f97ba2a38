//! Whatever is shown to Python comes back as it was.

use limbeck_core::autogenerate::Difference;
use limbeck_core::schema::NamingConvention;
use limbeck_core::source::Location;

use super::{StepRules, Trees, read_step};
use crate::binder::bind_table;
use crate::directive::Value;
use crate::reader::construct_of;
use crate::rendering::{RenderOptions, blocks, blocks_back, statements};
