using System.Globalization;
using System.Text.Json;
using Spark.Benchmarks.Expressions;
using Spark.Expressions;

const int Documents = 2_000;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var peer = args.Length > 0 && Directory.Exists(args[0]) ? Path.GetFullPath(args[0]) : null;
var random = new Random(1);
var options = new EvaluationOptions { Now = DateTimeOffset.UnixEpoch, Random = random.NextDouble };

Console.WriteLine("| What | µs (JSON document) | B | µs (values) | B | Node, µs | ratio |");
Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
foreach (var scenario in Scenario.All)
{
    var expression = Expression.Parse(scenario.Expression);
    var texts = Enumerable.Range(0, Documents).Select(scenario.Document).ToArray();
    var elements = Array.ConvertAll(texts, text => JsonSerializer.Deserialize<JsonElement>(text));
    var values = Array.ConvertAll(texts, Value.Parse);
    var overJson = Measurement.Of(Documents, _ =>
    {
        foreach (var element in elements)
        {
            expression.Evaluate(Value.From(element), options);
        }
    });
    var overValues = Measurement.Of(Documents, _ =>
    {
        foreach (var value in values)
        {
            expression.Evaluate(value, options);
        }
    });
    var theirs = Peer.Measure(peer, scenario, Documents);
    Console.WriteLine(
        $"| {scenario.Name} | {overJson.Microseconds:0.000} | {overJson.Bytes:0} | {overValues.Microseconds:0.000} | {overValues.Bytes:0} "
        + $"| {(theirs is null ? "–" : theirs.Value.ToString("0.000", CultureInfo.InvariantCulture))} | {(theirs is null ? "–" : (theirs.Value / overJson.Microseconds).ToString("0.0", CultureInfo.InvariantCulture))} |");
}

foreach (var scenario in Scenario.All)
{
    var parse = Measurement.Of(500, count =>
    {
        for (var index = 0; index < count; index++)
        {
            Expression.Parse(scenario.Expression);
        }
    });
    Console.WriteLine($"| parse: {scenario.Name} | {parse.Microseconds:0.000} | {parse.Bytes:0} | | | | |");
}

Console.WriteLine();
Console.WriteLine("| Items | path, ns an item | filter | map | sort, ns an item and doubling |");
Console.WriteLine("|--:|--:|--:|--:|--:|");
var wide = options with { Limits = EvaluationLimits.Wide };
foreach (var size in new[] { 1_000, 10_000, 100_000 })
{
    var input = Value.Parse("{\"a\":[" + string.Join(',', Enumerable.Range(0, size).Select(item => $"{{\"n\":{(item * 7919L) % size}}}")) + "]}");
    double Time(string text)
    {
        var expression = Expression.Parse(text);
        return Measurement.Of(1, _ => expression.Evaluate(input, wide)).Microseconds * 1000 / size;
    }

    Console.WriteLine($"| {size} | {Time("a.n"):0.0} | {Time("a[n > 5]"):0.0} | {Time("$map(a, function($v){$v.n + 1})"):0.0} | {Time("a^(n)") / Math.Log2(size):0.0} |");
}
