namespace Spark.Runtime.Operations;

/// <summary>How an operator's step ended.</summary>
public enum OperatorResult
{
    /// <summary>It is so, or was so before.</summary>
    Done,

    /// <summary>There is no such conversation.</summary>
    NotFound,

    /// <summary>Another operator has it.</summary>
    Others,

    /// <summary>A provider owns it on its own channel, or it is on its way to one.</summary>
    Away,

    /// <summary>Nobody can be spoken to in it.</summary>
    Closed,

    /// <summary>The operator does not have it, or not any more.</summary>
    NotHeld,

    /// <summary>Its channel instance does not run here.</summary>
    NoChannel,

    /// <summary>Its channel answers requests only: what an operator writes would reach nobody.</summary>
    OnlyAnswers,
}
