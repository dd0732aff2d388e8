namespace Spark.Simulators.Desk.Control;

/// <summary>What an agent does.</summary>
internal sealed record AgentAct(string? Agent, string? Text);
