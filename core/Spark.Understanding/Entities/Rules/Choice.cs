namespace Spark.Understanding.Entities.Rules;

/// <summary>One of several elements; where it is optional, nothing at last.</summary>
internal sealed class Choice(IReadOnlyList<Element> elements, bool isOptional) : Element
{
    public override bool CanBeEmpty => isOptional || elements.Any(element => element.CanBeEmpty);

    public override bool MayStart(Reader reader, int at) => elements.Any(element => element.MayStart(reader, at));

    public override IEnumerable<(int Next, Binding? Bound)> Match(Reader reader, int at, Binding? bound)
    {
        foreach (Element element in elements)
        {
            foreach ((int Next, Binding? Bound) way in element.Match(reader, at, bound))
            {
                yield return way;
            }
        }

        if (isOptional)
        {
            yield return (at, bound);
        }
    }
}
