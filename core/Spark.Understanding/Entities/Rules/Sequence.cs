namespace Spark.Understanding.Entities.Rules;

/// <summary>One element behind the other.</summary>
internal sealed class Sequence(IReadOnlyList<Element> elements) : Element
{
    public override bool CanBeEmpty => elements.All(element => element.CanBeEmpty);

    public override bool MayStart(Reader reader, int at) => StartsWithOne(reader, at);

    public override IEnumerable<(int Next, Binding? Bound)> Match(Reader reader, int at, Binding? bound) => From(0, reader, at, bound);

    private bool StartsWithOne(Reader reader, int at)
    {
        foreach (Element element in elements)
        {
            if (element.MayStart(reader, at))
            {
                return true;
            }

            if (!element.CanBeEmpty)
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<(int Next, Binding? Bound)> From(int index, Reader reader, int at, Binding? bound)
    {
        if (index == elements.Count)
        {
            yield return (at, bound);
            yield break;
        }

        foreach ((int next, Binding? named) in elements[index].Match(reader, at, bound))
        {
            foreach ((int Next, Binding? Bound) rest in From(index + 1, reader, next, named))
            {
                yield return rest;
            }
        }
    }
}
