using Spark.Runtime.Bots;

namespace Spark.Cockpit.Bots;

/// <summary>Asks to go back to a version.</summary>
/// <param name="Version">The version, or its beginning; null for the one before.</param>
/// <param name="Note">What is noted.</param>
/// <param name="Move">When open conversations move.</param>
internal sealed record RollbackRequest(string? Version, string Note, ReleaseMove Move);
