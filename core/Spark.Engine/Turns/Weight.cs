using System.Collections.Immutable;
using System.Text;
using Spark.Expressions;

namespace Spark.Engine.Turns;

/// <summary>How much JSON values are, in bytes. Counted without writing them; escapes and the digits of numbers are taken as they mostly are.</summary>
internal static class Weight
{
    private const int Quotes = 2;
    private const int Separators = 2;
    private const int Scalar = 8;

    public static long Of(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.String:
                return Encoding.UTF8.GetByteCount(value.AsString()) + Quotes;
            case ValueKind.Object:
                long fields = Separators;
                foreach (var (name, field) in value.Fields)
                {
                    fields += Of(name, field);
                }

                return fields;
            case ValueKind.Array:
                long items = Separators;
                foreach (var item in value.Items)
                {
                    items += Of(item) + 1;
                }

                return items;
            case ValueKind.Undefined:
                return 0;
            default:
                return Scalar;
        }
    }

    public static long Of(string name, Value value) => Encoding.UTF8.GetByteCount(name) + Quotes + Separators + Of(value);

    public static long Of(ImmutableSortedDictionary<string, Value> values)
    {
        long sum = 0;
        if (values.IsEmpty)
        {
            return sum;
        }

        foreach (var (name, value) in values)
        {
            sum += Of(name, value);
        }

        return sum;
    }
}
