
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Rules;

/// <summary>A word or sign as it is.</summary>
internal sealed class Literal(string text) : Element
{
    public override bool CanBeEmpty => false;

    public override bool MayStart(Reader reader, int at) => reader.Text.At(at) == text;

    public override IEnumerable<(int Next, Binding? Bound)> Match(Reader reader, int at, Binding? bound)
    {
        if (reader.Text.At(at) == text)
        {
            yield return (at + 1, bound);
        }
    }
}

/// <summary>A phrase of a category, or only those that mean one thing.</summary>
internal sealed class Category(PhraseTree phrases, string? only, string name) : Element
{
    public override bool CanBeEmpty => false;

    public override bool MayStart(Reader reader, int at) => phrases.MayStart(reader.Text.At(at));

    public override IEnumerable<(int Next, Binding? Bound)> Match(Reader reader, int at, Binding? bound)
    {
        foreach ((string meaning, int next) in phrases.Read(reader.Text, at))
        {
            if (only is null || only == meaning)
            {
                yield return (next, new Binding(name, meaning, bound));
            }
        }
    }
}

/// <summary>Digits of a certain length.</summary>
internal sealed class Digits(int least, int most, string name) : Element
{
    public override bool CanBeEmpty => false;

    public override bool MayStart(Reader reader, int at) => reader.Text.Digits(at).Length is > 0 and var length && length >= least && length <= most;

    public override IEnumerable<(int Next, Binding? Bound)> Match(Reader reader, int at, Binding? bound)
    {
        string digits = reader.Text.Digits(at);
        if (digits.Length > 0 && digits.Length >= least && digits.Length <= most)
        {
            yield return (at + 1, new Binding(name, digits, bound));
        }
    }
}

/// <summary>What other rules read.</summary>
internal sealed class Reference(int rule, string name) : Element
{
    public override bool CanBeEmpty => false;

    public override bool MayStart(Reader reader, int at) => reader.MayStart(rule, at);

    public override IEnumerable<(int Next, Binding? Bound)> Match(Reader reader, int at, Binding? bound)
    {
        foreach (Reading reading in reader.Read(rule, at))
        {
            yield return (reading.Next, new Binding(name, reading.Value, bound));
        }
    }
}

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

/// <summary>Nothing, where the next piece touches the one before it (or does not).</summary>
internal sealed class Glue(bool isGlued) : Element
{
    public override bool CanBeEmpty => true;

    public override bool MayStart(Reader reader, int at) => false;

    public override IEnumerable<(int Next, Binding? Bound)> Match(Reader reader, int at, Binding? bound)
    {
        if (reader.Text.IsGlued(at) == isGlued)
        {
            yield return (at, bound);
        }
    }
}

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
