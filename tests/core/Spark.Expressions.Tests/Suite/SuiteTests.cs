using System.Text.Json;

namespace Spark.Expressions.Tests.Suite;

public sealed class SuiteTests
{
    private static readonly Lazy<Dictionary<string, SuiteCase>> Cases = new(() =>
        SuiteFolder.Find() is { } suite ? SuiteFolder.Read(suite).ToDictionary(each => each.Name, StringComparer.Ordinal) : []);

    public static TheoryData<string> Names => Cases.Value.Count == 0 ? new("(left out: no suite)") : new(Cases.Value.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_of_the_official_suite_gives_what_the_reference_gives(string name)
    {
        if (!Cases.Value.TryGetValue(name, out var each))
        {
            Assert.Skip("The official suite is not there; SPARK_TEST_DATA names the folder that holds it. Left out: all its cases.");
            return;
        }

        var definition = each.Definition;
        var code = ExpectedCode(definition);
        try
        {
            var result = Run(each);
            code.ShouldBeNull($"{each.Text} gave {result}");
            CheckResult(each, result);
        }
        catch (ExpressionException wrong)
        {
            wrong.Code.ShouldBe(code, $"{each.Text}: {wrong.Message}");
            CheckError(definition, wrong);
        }
    }

    private static Value Run(SuiteCase each)
    {
        var definition = each.Definition;
        var limits = EvaluationLimits.Wide;
        if (definition.TryGetProperty("depth", out var depth))
        {
            limits = limits with { MaxDepth = depth.GetInt32() };
        }

        if (definition.TryGetProperty("timelimit", out var time))
        {
            // The reference's runner is as patient as this; ours may share its machine.
            limits = limits with { TimeLimit = TimeSpan.FromMilliseconds(Math.Max(time.GetInt32(), 60_000)) };
        }

        var bindings = definition.TryGetProperty("bindings", out var given)
            ? Value.From(given).Fields.ToDictionary(StringComparer.Ordinal)
            : [];
        var random = new Random(7);
        return Expression.Parse(each.Text).Evaluate(each.Input, new EvaluationOptions
        {
            Now = TimeProvider.System.GetUtcNow(),
            Random = random.NextDouble,
            Bindings = bindings,
            Limits = limits,
        });
    }

    private static string? ExpectedCode(JsonElement definition)
    {
        if (definition.TryGetProperty("code", out var code))
        {
            return code.GetString();
        }

        return definition.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString() : null;
    }

    private static void CheckError(JsonElement definition, ExpressionException wrong)
    {
        var owner = definition.TryGetProperty("error", out var error) ? error : definition;
        if (owner.TryGetProperty("token", out var token))
        {
            wrong.Token.ShouldBe(token.GetString());
        }

        if (owner.TryGetProperty("position", out var position))
        {
            wrong.Position.ShouldBe(position.GetInt32());
        }

        if (error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var message))
        {
            wrong.Message.ShouldBe(message.GetString());
        }
    }

    private static void CheckResult(SuiteCase each, Value result)
    {
        if (each.Definition.TryGetProperty("undefinedResult", out _))
        {
            result.IsUndefined.ShouldBeTrue($"{each.Text} gave {result}");
            return;
        }

        // Through JSON, for the expected numbers were written by the reference.
        var expected = Value.From(each.Definition.GetProperty("result"));
        var actual = result.IsUndefined ? result : Value.Parse(result.ToJson());
        if (each.Definition.TryGetProperty("unordered", out var unordered) && unordered.GetBoolean())
        {
            Sorted(actual).ShouldBe(Sorted(expected), each.Text);
        }
        else
        {
            (actual == expected).ShouldBeTrue($"{each.Text}\n  gave     {actual}\n  expected {expected}");
        }
    }

    private static List<string> Sorted(Value value) => [.. value.Items.Select(item => item.ToJson()).Order(StringComparer.Ordinal)];
}
