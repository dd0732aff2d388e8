namespace Spark.Benchmarks.Expressions;

/// <summary>One expression over documents that differ from evaluation to evaluation.</summary>
internal sealed record Scenario(string Name, string Expression, Func<int, string> Document)
{
    private const string Mapping =
        "{'id': order.id, 'customer': order.customer.first & ' ' & order.customer.last, 'items': order.lines.{'sku': sku, 'amount': price * quantity}, 'total': $sum(order.lines.(price * quantity))}";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("path", "result.number", number => $$$"""{"result":{"sys_id":"c537{{{number}}}","number":"INC{{{number:0000000}}}","state":"1"}}"""),
        new("condition", "amount > 10 and status = 'open'", number => $$"""{"amount":{{number % 40}},"status":"{{(number % 3 == 0 ? "closed" : "open")}}"}"""),
        new("mapping", Mapping, Order),
    ];

    private static string Order(int number)
    {
        var lines = Enumerable.Range(1, 3).Select(line => $$"""{"sku":"s{{number}}-{{line}}","price":{{(number % 90) + line}}.5,"quantity":{{line}}}""");
        return $$$"""{"order":{"id":{{{number}}},"customer":{"first":"Ada","last":"L{{{number}}}"},"lines":[{{{string.Join(',', lines)}}}]}}""";
    }
}
