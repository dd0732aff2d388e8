namespace Spark.Testing.Suites;

/// <summary>How a channel delivers an event.</summary>
internal enum Delivered
{
    /// <summary>Once, at once.</summary>
    Once,

    /// <summary>Twice, one right behind the other.</summary>
    Twice,

    /// <summary>The first delivery was lost; it arrives with the sender's repetition, a minute later.</summary>
    Late,
}
