using System.Text.Json;
using Spark.Expressions;
using Spark.Http;
using Spark.Runtime.Configuration;
using Spark.Runtime.Credentials;

namespace Spark.Runtime.ApiCalls;

/// <summary>Says all that is wrong with an API Call at once, each with its place.</summary>
internal static class ApiCallCheck
{
    private const int MostFields = 50;
    private const int LongestTimeout = 60;

    private static readonly string[] Methods = ["GET", "POST", "PATCH", "PUT", "DELETE"];

    public static IReadOnlyList<SettingProblem> Problems(ApiCallDefinition definition, Credential? credential)
    {
        if (new IEnumerable<object?>[] { definition.Parameters, definition.Query, definition.Headers, definition.Outputs }.Any(list => list.Contains(null)))
        {
            return [new("", "A list holds null in place of a parameter, a header or an output.")];
        }

        var wrong = new List<SettingProblem>();
        General(definition, credential, wrong);
        Parameters(definition, wrong);
        Templates(definition, wrong);
        Outputs(definition, wrong);
        if (wrong.Count == 0 && credential is not null)
        {
            Sample(definition, credential, wrong);
        }

        return wrong;
    }

    private static void General(ApiCallDefinition definition, Credential? credential, List<SettingProblem> wrong)
    {
        If(!ItemName.IsName(definition.Name), "name", $"A name is {ItemName.Form}.", wrong);
        If(credential is null, "credential", $"There is no credential '{definition.Credential}'.", wrong);
        If(!Methods.Contains(definition.Method, StringComparer.Ordinal), "method", $"A method is one of {string.Join(", ", Methods)}.", wrong);
        If(definition.TimeoutSeconds is < 1 or > LongestTimeout, "timeoutSeconds", $"An answer is waited for from 1 to {LongestTimeout} seconds.", wrong);
        If(
            definition.Method == "GET" && !string.IsNullOrWhiteSpace(definition.Payload),
            "payload",
            "GET has no payload: use the query, or another method.",
            wrong);
        If(
            definition.Parameters.Count > MostFields || definition.Query.Count > MostFields || definition.Headers.Count > MostFields || definition.Outputs.Count > MostFields,
            "",
            $"There are more than {MostFields} parameters, query parameters, headers or outputs.",
            wrong);
    }

    private static void Parameters(ApiCallDefinition definition, List<SettingProblem> wrong)
    {
        Names(definition.Parameters.Select(parameter => parameter.Name), "parameters", wrong);
        for (var i = 0; i < definition.Parameters.Count; i++)
        {
            var parameter = definition.Parameters[i];
            if (parameter.Default is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value)
            {
                If(
                    ParameterValues.Coerce(Value.From(value), parameter.Type) is null,
                    $"parameters[{i}].default",
                    $"The default is no {ParameterValues.Word(parameter.Type)}.",
                    wrong);
            }
        }
    }

    private static void Templates(ApiCallDefinition definition, List<SettingProblem> wrong)
    {
        var known = definition.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        Template(definition.Resource, "resource", known, wrong);
        for (var i = 0; i < definition.Query.Count; i++)
        {
            If(definition.Query[i].Name.Length == 0, $"query[{i}].name", "Give the query parameter a name.", wrong);
            Template(definition.Query[i].Value, $"query[{i}].value", known, wrong);
        }

        for (var i = 0; i < definition.Headers.Count; i++)
        {
            if (HeaderRule.Problem(definition.Headers[i].Name, "") is { } problem)
            {
                wrong.Add(new($"headers[{i}].name", problem));
            }

            Template(definition.Headers[i].Value, $"headers[{i}].value", known, wrong);
        }

        Template(definition.Payload ?? "", "payload", known, wrong);
    }

    private static void Template(string text, string field, HashSet<string> known, List<SettingProblem> wrong)
    {
        try
        {
            foreach (var name in PlaceholderTemplate.Parse(text).Names.Where(name => !known.Contains(name)))
            {
                wrong.Add(new(field, $"{{{{{name}}}}} is no parameter of this API Call: add it, or write one of {(known.Count == 0 ? "those that you add" : string.Join(", ", known.Order(StringComparer.Ordinal)))}."));
            }
        }
        catch (ExpressionException unread)
        {
            wrong.Add(new(field, $"{unread.Message} ({unread.Code} at {unread.Position})"));
        }
    }

    private static void Outputs(ApiCallDefinition definition, List<SettingProblem> wrong)
    {
        Names(definition.Outputs.Select(output => output.Name), "outputs", wrong);
        for (var i = 0; i < definition.Outputs.Count; i++)
        {
            try
            {
                Expression.Parse(definition.Outputs[i].Expression);
            }
            catch (ExpressionException unread)
            {
                wrong.Add(new($"outputs[{i}].expression", $"{unread.Message} ({unread.Code} at position {unread.Position})"));
            }
        }
    }

    // Whether it is JSON at all shows only with values in it.
    private static void Sample(ApiCallDefinition definition, Credential credential, List<SettingProblem> wrong)
    {
        try
        {
            var types = definition.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Type, StringComparer.Ordinal);
            new CompiledCall(definition).Render(credential, name => types[name] switch
            {
                ApiCallValueType.Number => Value.From(1),
                ApiCallValueType.Boolean => Value.From(true),
                _ => Value.From("x"),
            });
        }
        catch (FormatException unsendable)
        {
            wrong.Add(new("", $"With values in it, it cannot be sent: {unsendable.Message} Check that the payload is JSON, and the resource a path."));
        }
    }

    private static void Names(IEnumerable<string> names, string field, List<SettingProblem> wrong)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, i) in names.Select((name, i) => (name, i)))
        {
            If(!ItemName.IsIdentifier(name), $"{field}[{i}].name", $"An identifier is {ItemName.IdentifierForm}.", wrong);
            If(!seen.Add(name), $"{field}[{i}].name", $"'{name}' is there twice.", wrong);
        }
    }

    private static void If(bool isWrong, string field, string message, List<SettingProblem> wrong)
    {
        if (isWrong)
        {
            wrong.Add(new(field, message));
        }
    }
}
