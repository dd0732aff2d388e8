namespace Spark.Understanding.Entities.Words;

/// <summary>All that a phrase with alternatives stands for: <c>hour(|s)|hr</c> is "hour", "hours" and "hr".</summary>
internal static class PhraseExpansion
{
    public static List<string> Of(string phrase)
    {
        int index = 0;
        return Alternatives(phrase, ref index);
    }

    private static List<string> Alternatives(string phrase, ref int index)
    {
        List<string> all = Sequence(phrase, ref index);
        while (index < phrase.Length && phrase[index] == '|')
        {
            index++;
            all.AddRange(Sequence(phrase, ref index));
        }

        return all;
    }

    private static List<string> Sequence(string phrase, ref int index)
    {
        List<string> all = [string.Empty];
        while (index < phrase.Length && phrase[index] is not ('|' or ')'))
        {
            List<string> next = [phrase[index].ToString()];
            if (phrase[index++] == '(')
            {
                next = Alternatives(phrase, ref index);
                index++;
            }

            all = [.. all.SelectMany(head => next.Select(tail => head + tail))];
        }

        return all;
    }
}
