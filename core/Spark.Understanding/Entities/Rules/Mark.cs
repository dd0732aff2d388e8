namespace Spark.Understanding.Entities.Rules;

/// <summary>Nothing; what is found begins here.</summary>
internal sealed class Mark : Element
{
    public override bool CanBeEmpty => true;

    public override bool MayStart(Reader reader, int at) => false;

    public override IEnumerable<(int Next, Binding? Bound)> Match(Reader reader, int at, Binding? bound)
    {
        yield return (at, new Binding(Captures.StartMark, at, bound));
    }
}
