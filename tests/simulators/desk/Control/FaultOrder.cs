namespace Spark.Simulators.Desk.Control;

/// <summary>What is to go wrong; what is not named stays as it is.</summary>
internal sealed record FaultOrder(bool? Dead, bool? Open, int? Cut, int? Repeat, int? Refuse);
