namespace Spark.Simulators.Teams.Faults;

/// <summary>What goes wrong next.</summary>
/// <param name="Target">Where.</param>
/// <param name="Status">What is answered; 0 cuts the connection; null lets the call pass after the wait.</param>
/// <param name="RetryAfterSeconds">What the caller is told to wait.</param>
/// <param name="Delay">How long the answer takes.</param>
/// <param name="ActsFirst">True to do what was asked and to answer wrongly all the same.</param>
internal sealed record Fault(FaultTarget Target, int? Status, int? RetryAfterSeconds, TimeSpan Delay, bool ActsFirst);
