namespace Spark.Engine.Definitions;

/// <summary>A step of a dialog. The set is closed.</summary>
public abstract record Step
{
    private protected Step()
    {
    }

    /// <summary>The author's id of the step, or a path such as <c>steps[2].then.failed</c> when it has none.</summary>
    public required string Path { get; init; }

    /// <summary>The index of the step that follows; the number of steps when the dialog ends after this one.</summary>
    public required int Next { get; init; }

    /// <summary>Where it is written.</summary>
    public required SourceLocation At { get; init; }
}
