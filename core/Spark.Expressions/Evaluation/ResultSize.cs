using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation;

/// <summary>How much a result holds: values and their characters.</summary>
internal static class ResultSize
{
    public static void Count(Value value, ref long left, int depth)
    {
        Nesting.Check(depth);
        left--;
        switch (value.Cell)
        {
            case string text:
                left -= text.Length / 16;
                break;
            case ArrayCell list when list.SourceLength is { } length:
                left -= length / 16;
                break;
            case JsonObjectCell map:
                left -= map.SourceLength / 16;
                break;
            case ArrayCell list:
                foreach (var item in list.Span)
                {
                    Count(item, ref left, depth + 1);
                }

                break;
            case ObjectCell map:
                var fields = map.Fields;
                for (var index = 0; index < fields.Count; index++)
                {
                    left -= fields.Names[index].Length / 16;
                    Count(fields.Values[index], ref left, depth + 1);
                }

                break;
        }

        if (left < 0)
        {
            throw Failure.New("U1005", "The result is too large");
        }
    }
}
