using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Rules;

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
