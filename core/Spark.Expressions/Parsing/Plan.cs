namespace Spark.Expressions.Parsing;

/// <summary>A node after resolving: paths are lists of steps, and each step knows what it binds.</summary>
internal sealed class Plan(SyntaxKind kind, Syntax source)
{
    private Attachments? attached;

    public SyntaxKind Kind { get; set; } = kind;

    public Syntax Source { get; } = source;

    public string Text => Source.Text;

    public int Position => Source.Position;

    public Value Literal { get; set; } = source.Literal;

    /// <summary>Operands; of a path its steps; missing ones are null.</summary>
    public List<Plan?> Parts { get => field ??= []; init; }

    public List<Stage>? Predicates { get => attached?.Predicates; set => Attached.Predicates = value; }

    public List<Stage>? Stages { get => attached?.Stages; set => Attached.Stages = value; }

    /// <summary>The keys and values of a grouping.</summary>
    public List<Plan>? Group { get => attached?.Group; set => Attached.Group = value; }

    public int GroupPosition { get => attached?.GroupPosition ?? 0; set => Attached.GroupPosition = value; }

    public bool KeepArray { get; set; }

    /// <summary>A path of which some step keeps singletons as arrays.</summary>
    public bool KeepSingleton { get; set; }

    /// <summary>An array constructor that ends or starts a path: its array is not flattened.</summary>
    public bool IsConstructed { get; set; }

    /// <summary>The variable that <c>@</c> binds.</summary>
    public string? Focus { get => attached?.Focus; set => Attached.Focus = value; }

    /// <summary>The variable that <c>#</c> binds.</summary>
    public string? Index { get => attached?.Index; set => Attached.Index = value; }

    /// <summary>The step binds something, so that its path carries rows.</summary>
    public bool BindsRows { get; set; }

    /// <summary>The parent that later steps ask for.</summary>
    public Slot? Ancestor { get => attached?.Ancestor; set => Attached.Ancestor = value; }

    /// <summary>Uses of the parent operator below that did not find their step yet.</summary>
    public List<Slot>? Seeking { get => attached?.Seeking; set => Attached.Seeking = value; }

    /// <summary>Of the parent operator itself.</summary>
    public Slot? Slot { get => attached?.Slot; init => Attached.Slot = value; }

    /// <summary>A call in tail position.</summary>
    public bool IsTail { get; set; }

    public Plan First => Parts[0]!;

    public Plan Last => Parts[^1]!;

    private Attachments Attached => attached ??= new Attachments();

    // What few nodes have; held apart, it makes the others half as large.
    private sealed class Attachments
    {
        public List<Stage>? Predicates { get; set; }

        public List<Stage>? Stages { get; set; }

        public List<Plan>? Group { get; set; }

        public int GroupPosition { get; set; }

        public string? Focus { get; set; }

        public string? Index { get; set; }

        public Slot? Ancestor { get; set; }

        public List<Slot>? Seeking { get; set; }

        public Slot? Slot { get; set; }
    }
}
