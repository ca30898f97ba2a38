"""All models, so that `import app.models` registers every table."""
from app.models.agents import Agent, AgentVersion, Execution
from app.models.logs import AuditLog, TenantUsageLog
from app.models.tenants import Tenant, TenantInvitation, User

__all__ = ["Agent", "AgentVersion", "AuditLog", "Execution", "Tenant", "TenantInvitation", "TenantUsageLog", "User"]
