using Spark.Expressions;
using Spark.Runtime.ApiCalls;
using Spark.Runtime.Configuration;

namespace Spark.Runtime.Escalation;

/// <summary>Says all that is wrong with the escalation's settings at once.</summary>
internal static class EscalationCheck
{
    /// <summary>The output that bears the ticket's own id.</summary>
    public const string TicketId = "ticketId";

    /// <summary>The output that people read.</summary>
    public const string TicketNumber = "ticketNumber";

    private const string CorrelationId = "correlationId";

    private static readonly string[] PersonFields = ["email", "id", "name", "language", "timeZone"];

    /// <summary>The outputs that a ticket needs, exactly so named, and mandatory.</summary>
    public static IEnumerable<SettingProblem> TicketOutputs(ApiCallDefinition call) => new[] { TicketId, TicketNumber }
        .Where(name => call.Outputs.All(output => output.Name != name || !output.Required))
        .Select(name => new SettingProblem(
            "outputs", $"API Call '{call.Name}' needs the output '{name}', exactly so named, with required: true: tickets cannot be opened without it."));

    public static IReadOnlyList<SettingProblem> Problems(EscalationSettings settings, Settled settled)
    {
        if (((IEnumerable<object?>)settings.Parameters).Contains(null) || settings.Fallback.Texts.Concat(settings.Fallback.UnknownTexts).Any(text => text.Value is null))
        {
            return [new("", "A list holds null in place of a parameter or a text.")];
        }

        var wrong = new List<SettingProblem>();
        var create = Call(settings.ApiCall, "apiCall", settled, wrong);
        if (create is not null)
        {
            wrong.AddRange(TicketOutputs(create).Select(problem => problem with { Field = "apiCall" }));
        }

        if (settings.FindCall is { Length: > 0 } && Call(settings.FindCall, "findCall", settled, wrong) is { } find)
        {
            wrong.AddRange(TicketOutputs(find).Select(problem => problem with { Field = "findCall" }));
            If(find.Parameters.All(parameter => parameter.Name != CorrelationId), "findCall", $"API Call '{find.Name}' finds tickets by its parameter '{CorrelationId}': add it.", wrong);
            If(
                find.Parameters.Any(parameter => parameter is { Required: true, Default: null } && parameter.Name != CorrelationId),
                "findCall",
                $"API Call '{find.Name}' gets the parameter '{CorrelationId}' alone: give the others a default.",
                wrong);
            If(
                settings.Parameters.All(parameter => parameter.Source != EscalationSource.CorrelationId),
                "parameters",
                "A ticket can only be found again by an id that it was opened with: give a parameter of the API Call the source correlationId.",
                wrong);
        }

        if (settings.AddCall is { Length: > 0 } && Call(settings.AddCall, "addCall", settled, wrong) is { } add)
        {
            If(
                add.Parameters.All(parameter => parameter.Name is not (TicketId or TicketNumber)),
                "addCall",
                $"API Call '{add.Name}' is told by its parameter '{TicketId}' or '{TicketNumber}' which ticket is meant: add one of them.",
                wrong);
        }

        Parameters(settings, create, settled, wrong);
        Fallback(settings.Fallback, wrong);
        If(settings.CategoryConfidence is < 0 or > 1 || double.IsNaN(settings.CategoryConfidence), "categoryConfidence", "A confidence is from 0 to 1.", wrong);
        return wrong;
    }

    private static ApiCallDefinition? Call(string name, string field, Settled settled, List<SettingProblem> wrong)
    {
        if (settled.ApiCalls.GetValueOrDefault(name)?.Value is { } call)
        {
            return call;
        }

        wrong.Add(new(field, name.Length == 0 ? "Name the API Call that opens a ticket." : $"There is no API Call '{name}'."));
        return null;
    }

    private static void Parameters(EscalationSettings settings, ApiCallDefinition? create, Settled settled, List<SettingProblem> wrong)
    {
        var names = settings.Parameters.Select(parameter => parameter.Name).ToList();
        foreach (var parameter in create?.Parameters.Where(parameter => parameter is { Required: true, Default: null } && !names.Contains(parameter.Name, StringComparer.Ordinal)) ?? [])
        {
            wrong.Add(new("parameters", $"API Call '{create!.Name}' requires the parameter '{parameter.Name}': say where its value comes from."));
        }

        for (var i = 0; i < settings.Parameters.Count; i++)
        {
            var (parameter, field) = (settings.Parameters[i], $"parameters[{i}]");
            If(
                create is not null && create.Parameters.All(known => known.Name != parameter.Name) && !IsOf(settings.AddCall, parameter.Name, settled),
                $"{field}.name",
                $"'{parameter.Name}' is no parameter of API Call '{create?.Name}'.",
                wrong);
            If(names.IndexOf(parameter.Name) != i, $"{field}.name", $"'{parameter.Name}' is there twice.", wrong);
            Source(parameter, field, settled, wrong);
        }
    }

    private static bool IsOf(string? call, string parameter, Settled settled) =>
        settled.ApiCalls.GetValueOrDefault(call ?? "")?.Value.Parameters.Any(known => known.Name == parameter) == true;

    private static void Source(EscalationParameter parameter, string field, Settled settled, List<SettingProblem> wrong)
    {
        var value = $"{field}.value";
        switch (parameter.Source)
        {
            case EscalationSource.Constant:
                If(parameter.Value is null, value, "Give the constant.", wrong);
                break;
            case EscalationSource.Person:
                If(parameter.Value is { Length: > 0 } what && !PersonFields.Contains(what, StringComparer.Ordinal), value, $"Of the person there is {string.Join(", ", PersonFields)}.", wrong);
                break;
            case EscalationSource.Variable:
                If(string.IsNullOrEmpty(parameter.Value), value, "Name the variable; the bot's step must share it.", wrong);
                break;
            case EscalationSource.Jsonata:
                Read(parameter.Value, value, wrong);
                break;
            case EscalationSource.Lookup:
                Read(parameter.Value, value, wrong);
                if (Call(parameter.ApiCall ?? "", $"{field}.apiCall", settled, wrong) is { } call)
                {
                    If(call.Parameters.Count != 1, $"{field}.apiCall", $"API Call '{call.Name}' must have one parameter: what is looked up.", wrong);
                    If(call.Method != "GET", $"{field}.apiCall", $"API Call '{call.Name}' must only look: its method is {call.Method}, not GET.", wrong);
                    If(call.Outputs.All(output => output.Name != parameter.Output), $"{field}.output", $"API Call '{call.Name}' has no output '{parameter.Output}'.", wrong);
                }

                break;
        }
    }

    private static void Read(string? expression, string field, List<SettingProblem> wrong)
    {
        try
        {
            If(string.IsNullOrWhiteSpace(expression), field, "Give a JSONata expression, such as person.email.", wrong);
            Expression.Parse(string.IsNullOrWhiteSpace(expression) ? "null" : expression);
        }
        catch (ExpressionException unread)
        {
            wrong.Add(new(field, $"{unread.Message} ({unread.Code} at position {unread.Position})"));
        }
    }

    private static void Fallback(FallbackSettings fallback, List<SettingProblem> wrong)
    {
        If(
            fallback.Url is null || !fallback.Url.IsAbsoluteUri || (fallback.Url.Scheme != Uri.UriSchemeHttps && fallback.Url.Scheme != Uri.UriSchemeHttp),
            "fallback.url",
            "Give the address of the self-service portal: people are sent there when no ticket can be opened.",
            wrong);
        foreach (var (language, text) in fallback.Texts.Concat(fallback.UnknownTexts))
        {
            If(language.Length is < 2 or > 20, "fallback.texts", $"'{language}' is no language such as en or nl-BE.", wrong);
            If(text.Length is 0 or > 2_000, "fallback.texts", $"The text for '{language}' has from 1 to 2,000 characters.", wrong);
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
