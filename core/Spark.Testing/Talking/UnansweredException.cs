using Spark.Testing.Outside;

namespace Spark.Testing.Talking;

/// <summary>Something outside was called, and nobody has said yet what it answers: the conversation stands still there.</summary>
/// <param name="asked">What was called.</param>
internal sealed class UnansweredException(Asked asked) : Exception($"Nobody has said what '{asked.Name}' answers.")
{
    /// <summary>What was called.</summary>
    public Asked Asked => asked;
}
