//! Comprehensions, and generators that are used up at once.

use std::collections::BTreeMap;
use std::rc::Rc;

use ruff_python_ast::{Comprehension, Expr, ExprDictComp, ExprGenerator};
use ruff_text_size::Ranged;

use super::Evaluator;
use crate::reader::Outcome;
use crate::reader::host::Host;
use crate::reader::object::{Dict, Object};
use crate::reader::scope::{Locals, Scope};

impl<'a, H: Host> Evaluator<'a, H> {
    /// The items of a comprehension.
    pub(super) fn comprehend(&mut self, generators: &'a [Comprehension], element: &'a Expr) -> Outcome<Vec<Object>> {
        let mut items = Vec::new();
        self.comprehension(generators, &mut |this| {
            items.push(this.eval(element)?);
            Ok(())
        })?;
        Ok(items)
    }

    pub(super) fn comprehend_dict(&mut self, comprehension: &'a ExprDictComp) -> Outcome<Object> {
        let mut dict = Dict::default();
        self.comprehension(&comprehension.generators, &mut |this| {
            let name = this.eval(&comprehension.key)?;
            let value = this.eval(&comprehension.value)?;
            dict.insert(this.machine.key(&name)?, name, value);
            Ok(())
        })?;
        self.machine.new_dict(dict)
    }

    /// A generator whose items are all taken before anything else happens. It must not do anything but compute.
    pub(super) fn generator(&mut self, generator: &'a ExprGenerator) -> Outcome<Object> {
        let effects = self.machine.effects;
        let items = self.comprehend(&generator.generators, &generator.elt)?;
        if self.machine.effects != effects {
            self.machine.site = generator.start();
            return self.machine.fail("a generator with effects");
        }
        self.machine.new_iterator(items, Vec::new())
    }

    fn comprehension(
        &mut self,
        generators: &'a [Comprehension],
        each: &mut dyn FnMut(&mut Self) -> Outcome<()>,
    ) -> Outcome<()> {
        let Some(first) = generators.first() else {
            return self.machine.fail("a comprehension");
        };
        // Python evaluates the first source outside.
        let source = self.eval(&first.iter)?;
        let locals = Locals::of_targets(generators.iter().map(|generator| &generator.target));
        let scope = Scope { names: BTreeMap::new(), local: Some((Rc::new(locals), self.current)), captured: false };
        let outer = self.current;
        self.scopes.push(scope);
        self.current = self.scopes.len() - 1;
        let result = self.turns(generators, source, each);
        self.leave(outer);
        result
    }

    /// Returns to an outer scope and drops the inner one if nothing can refer to it.
    pub(super) fn leave(&mut self, outer: usize) {
        if self.current + 1 == self.scopes.len() && !self.scopes[self.current].captured {
            self.scopes.pop();
        }
        self.current = outer;
    }

    fn turns(
        &mut self,
        generators: &'a [Comprehension],
        source: Object,
        each: &mut dyn FnMut(&mut Self) -> Outcome<()>,
    ) -> Outcome<()> {
        let Some((generator, inner)) = generators.split_first() else {
            return each(self);
        };
        if generator.is_async {
            return self.machine.fail("an asynchronous comprehension");
        }
        self.machine.site = generator.iter.start();
        let (items, guards) = self.machine.iterate(&source)?;
        for item in items {
            self.machine.turn()?;
            self.machine.unchanged(&guards)?;
            self.assign(&generator.target, item)?;
            let mut kept = true;
            for condition in &generator.ifs {
                let value = self.eval(condition)?;
                self.machine.site = condition.start();
                if !self.machine.truth(&value)? {
                    kept = false;
                    break;
                }
            }
            if !kept {
                continue;
            }
            match inner.first() {
                Some(next) => {
                    let source = self.eval(&next.iter)?;
                    self.machine.descend()?;
                    self.turns(inner, source, each)?;
                    self.machine.ascend();
                }
                None => each(self)?,
            }
        }
        self.machine.unchanged(&guards)
    }
}
