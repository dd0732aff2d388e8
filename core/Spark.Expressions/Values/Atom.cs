namespace Spark.Expressions.Values;

/// <summary>The marks of kinds whose whole content lies in the <see cref="Value"/> itself.</summary>
internal sealed class Atom : ValueCell
{
    public static readonly Atom Null = new(ValueKind.Null);
    public static readonly Atom Boolean = new(ValueKind.Boolean);
    public static readonly Atom Number = new(ValueKind.Number);

    private Atom(ValueKind kind)
        : base(kind)
    {
    }
}
