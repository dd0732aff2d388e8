using Spark.Simulators.ServiceNow.Records;

namespace Spark.Simulators.ServiceNow.TableApi;

/// <summary>The conditions of <c>sysparm_query</c>: terms joined by <c>^</c>, alternatives by <c>^OR</c>, and an order.</summary>
internal sealed class EncodedQuery
{
    private static readonly string[] Operators =
        ["ISNOTEMPTY", "ISEMPTY", "STARTSWITH", "ENDSWITH", "NOT LIKE", "LIKE", "CONTAINS", "NOT IN", "IN", "!=", ">=", "<=", "=", ">", "<"];

    private readonly List<List<(string Field, string Operator, string Value)>> groups = [];
    private string? order;
    private bool isDescending;

    public static EncodedQuery Parse(string? text)
    {
        var query = new EncodedQuery();
        foreach (var part in (text ?? "").Split('^', StringSplitOptions.RemoveEmptyEntries))
        {
            query.Take(part);
        }

        return query;
    }

    public IEnumerable<Record> Apply(IEnumerable<Record> records)
    {
        var found = records.Where(record => groups.All(group => group.Any(term => Holds(record, term))));
        return order is null ? found
            : isDescending ? found.OrderByDescending(record => record[order], StringComparer.Ordinal)
            : found.OrderBy(record => record[order], StringComparer.Ordinal);
    }

    private void Take(string part)
    {
        if (part.StartsWith("ORDERBY", StringComparison.Ordinal))
        {
            isDescending = part.StartsWith("ORDERBYDESC", StringComparison.Ordinal);
            order = part[(isDescending ? 11 : 7)..];
        }
        else if (part.StartsWith("OR", StringComparison.Ordinal) && groups.Count > 0 && Term(part[2..]) is { } alternative)
        {
            groups[^1].Add(alternative);
        }
        else if (Term(part) is { } term)
        {
            groups.Add([term]);
        }
    }

    // As the real one: a term that it does not understand is passed over, and everything is found.
    private static (string, string, string)? Term(string text)
    {
        var best = Operators
            .Select(name => (Name: name, At: text.IndexOf(name, StringComparison.Ordinal)))
            .Where(found => found.At > 0)
            .OrderBy(found => found.At).ThenByDescending(found => found.Name.Length)
            .FirstOrDefault();
        return best.Name is null ? null : (text[..best.At], best.Name, text[(best.At + best.Name.Length)..]);
    }

    private static bool Holds(Record record, (string Field, string Operator, string Value) term)
    {
        var value = record[term.Field];
        const StringComparison Ignoring = StringComparison.OrdinalIgnoreCase;
        return term.Operator switch
        {
            "=" => value.Equals(term.Value, Ignoring),
            "!=" => !value.Equals(term.Value, Ignoring),
            "LIKE" or "CONTAINS" => value.Contains(term.Value, Ignoring),
            "NOT LIKE" => !value.Contains(term.Value, Ignoring),
            "STARTSWITH" => value.StartsWith(term.Value, Ignoring),
            "ENDSWITH" => value.EndsWith(term.Value, Ignoring),
            "IN" => term.Value.Split(',').Contains(value, StringComparer.OrdinalIgnoreCase),
            "NOT IN" => !term.Value.Split(',').Contains(value, StringComparer.OrdinalIgnoreCase),
            "ISEMPTY" => value.Length == 0,
            "ISNOTEMPTY" => value.Length > 0,
            ">" => string.CompareOrdinal(value, term.Value) > 0,
            "<" => string.CompareOrdinal(value, term.Value) < 0,
            ">=" => string.CompareOrdinal(value, term.Value) >= 0,
            _ => string.CompareOrdinal(value, term.Value) <= 0,
        };
    }
}
