namespace Spark.Understanding.Entities.Rules;

/// <summary>Nothing, where an element could not be read.</summary>
internal sealed class Unless(Element element) : Element
{
    public override bool CanBeEmpty => true;

    public override bool MayStart(Reader reader, int at) => false;

    public override IEnumerable<(int Next, Binding? Bound)> Match(Reader reader, int at, Binding? bound)
    {
        if (!element.Match(reader, at, bound).Any())
        {
            yield return (at, bound);
        }
    }
}
