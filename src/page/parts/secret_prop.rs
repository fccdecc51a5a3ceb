use crate::oauth::Secret;

/// A secret that components hand on. Two are equal when they hold the same text, which is all that Yew asks.
#[derive(Clone, Debug)]
pub struct SecretProp(pub Secret);

impl PartialEq for SecretProp {
    fn eq(&self, other: &SecretProp) -> bool {
        self.0.same_as(&other.0)
    }
}

impl From<&Secret> for SecretProp {
    fn from(secret: &Secret) -> SecretProp {
        SecretProp(secret.clone())
    }
}
