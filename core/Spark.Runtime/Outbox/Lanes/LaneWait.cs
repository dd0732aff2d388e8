using Spark.Runtime.Outbox.Pacing;

namespace Spark.Runtime.Outbox.Lanes;

/// <summary>What a lane waits for before it goes on. Not the effect itself, which need not be in memory meanwhile.</summary>
/// <param name="Due">When the next one is due.</param>
/// <param name="Pace">The pace at which it is repeated; null for a first try.</param>
/// <param name="TooOld">How long until it would not be tried any more.</param>
/// <param name="Epoch">The owner's epoch after which it would not.</param>
internal readonly record struct LaneWait(DateTimeOffset Due, RetryPace? Pace, TimeSpan TooOld, int Epoch);
