namespace Spark.Engine.Definitions;

/// <summary>A step of an action dialog. The set is closed: what plugins offer is <see cref="InvokeDeed"/>.</summary>
public abstract record Deed
{
    private protected Deed()
    {
    }

    /// <summary>The author's id of the step, or a path such as <c>steps[0].then</c> when it has none.</summary>
    public required string Path { get; init; }

    /// <summary>The index of the deed that follows; the number of deeds when the action dialog ends after this one.</summary>
    public required int Next { get; init; }

    /// <summary>Where it is written.</summary>
    public required SourceLocation At { get; init; }
}
