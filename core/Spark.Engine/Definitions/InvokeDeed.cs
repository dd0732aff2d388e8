namespace Spark.Engine.Definitions;

/// <summary>Invokes an action that a plugin offers.</summary>
public sealed record InvokeDeed : AwaitingDeed
{
    /// <summary>The action's id: the verb.</summary>
    public required string Action { get; init; }

    /// <summary>The step's own fields, the verb among them: an object.</summary>
    public required ValueTemplate Input { get; init; }

    /// <summary>How often the action is called before a result that another try could better is taken; each call has the timeout for itself.</summary>
    public int Tries { get; init; } = 1;
}
