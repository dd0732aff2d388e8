namespace Spark.Expressions.Parsing;

/// <summary>A node after resolving: paths are lists of steps, and each step knows what it binds.</summary>
internal sealed class Plan(SyntaxKind kind, Syntax source)
{
    public SyntaxKind Kind { get; set; } = kind;

    public Syntax Source { get; } = source;

    public string Text => Source.Text;

    public int Position => Source.Position;

    public Value Literal { get; set; } = source.Literal;

    /// <summary>Operands; of a path its steps; missing ones are null.</summary>
    public List<Plan?> Parts { get; init; } = [];

    public List<Stage>? Predicates { get; set; }

    public List<Stage>? Stages { get; set; }

    /// <summary>The keys and values of a grouping.</summary>
    public List<Plan>? Group { get; set; }

    public int GroupPosition { get; set; }

    public bool KeepArray { get; set; }

    /// <summary>A path of which some step keeps singletons as arrays.</summary>
    public bool KeepSingleton { get; set; }

    /// <summary>An array constructor that ends or starts a path: its array is not flattened.</summary>
    public bool IsConstructed { get; set; }

    /// <summary>The variable that <c>@</c> binds.</summary>
    public string? Focus { get; set; }

    /// <summary>The variable that <c>#</c> binds.</summary>
    public string? Index { get; set; }

    /// <summary>The step binds something, so that its path carries rows.</summary>
    public bool BindsRows { get; set; }

    /// <summary>The parent that later steps ask for.</summary>
    public Slot? Ancestor { get; set; }

    /// <summary>Uses of the parent operator below that did not find their step yet.</summary>
    public List<Slot>? Seeking { get; set; }

    /// <summary>Of the parent operator itself.</summary>
    public Slot? Slot { get; init; }

    /// <summary>A call in tail position.</summary>
    public bool IsTail { get; set; }

    public Plan First => Parts[0]!;

    public Plan Last => Parts[^1]!;
}
