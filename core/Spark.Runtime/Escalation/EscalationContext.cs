using System.Text.Json;
using Spark.Escalation;
using Spark.Expressions;
using Spark.Offload;

namespace Spark.Runtime.Escalation;

/// <summary>What a request says about the issue, by the names that mappings use.</summary>
internal sealed class EscalationContext(OffloadRequest request, IssueCategory? category, string correlationId)
{
    private const int LongestLine = 160;

    private static readonly string[] OfPerson = ["id", "name", "email", "language", "timeZone"];

    public string? ShortDescription => Cut(Field("shortDescription") ?? Field("summary") ?? Variable("problem") ?? FirstWords);

    public string Description => Field("description") ?? $"{ShortDescription}\n\n{Transcript}".Trim();

    public string WorkNotes => Field("workNotes") ?? Notes();

    public string? AssignmentGroup => Field("assignmentGroup") ?? request.Queue;

    public string? ConfigurationItem => Field("configurationItem") ?? Field("device");

    public string Transcript => Transcripts.Text(request.Transcript, request.Person?.Name);

    public string TranscriptHtml => Transcripts.Html(request.Transcript, request.Person?.Name);

    private string? FirstWords => request.Transcript.FirstOrDefault(line => line.FromPerson)?.Text;

    public Value Of(EscalationParameter parameter, Func<string, Value> evaluate) => parameter.Source switch
    {
        EscalationSource.Constant => Text(parameter.Value),
        EscalationSource.Person => Text(Person(parameter.Value)),
        EscalationSource.ShortDescription => Text(ShortDescription ?? parameter.Value),
        EscalationSource.Description => Text(Description),
        EscalationSource.WorkNotes => Text(WorkNotes),
        EscalationSource.AssignmentGroup => Text(AssignmentGroup ?? parameter.Value),
        EscalationSource.Category => Text(category?.Category ?? parameter.Value),
        EscalationSource.SubCategory => Text(category?.SubCategory ?? parameter.Value),
        EscalationSource.ConfigurationItem => Text(ConfigurationItem ?? parameter.Value),
        EscalationSource.TranscriptText => Text(Transcript),
        EscalationSource.TranscriptHtml => Text(TranscriptHtml),
        EscalationSource.Variable => request.Variables.ValueKind == JsonValueKind.Object && request.Variables.TryGetProperty(parameter.Value ?? "", out var variable)
            ? Value.From(variable)
            : Value.Undefined,
        EscalationSource.CorrelationId => Value.From(correlationId),
        _ => evaluate(parameter.Value ?? "null"),
    };

    /// <summary>All of it as a value, for expressions.</summary>
    public Value ToValue() => Value.Object(
    [
        new("person", Value.Object(PersonFields())),
        new("fields", ObjectOf(request.Fields)),
        new("variables", ObjectOf(request.Variables)),
        new("transcript", Value.Array([.. request.Transcript.Select(LineOf)])),
        new("transcriptText", Value.From(Transcript)),
        new("shortDescription", Text(ShortDescription)),
        new("description", Text(Description)),
        new("workNotes", Text(WorkNotes)),
        new("category", Text(category?.Category)),
        new("subCategory", Text(category?.SubCategory)),
        new("queue", Text(request.Queue)),
        new("language", Value.From(request.Language)),
        new("channel", Value.From(request.Channel)),
        new("conversationId", Value.From(request.ConversationId)),
        new("correlationId", Value.From(correlationId)),
    ]);

    private string Notes()
    {
        var lines = new List<string> { $"Channel: {request.ChannelInstance} ({request.Channel})", $"Conversation: {request.ConversationId}", $"Language: {request.Language}" };
        if (request.Person is { } person)
        {
            lines.Add($"Person: {person.Name ?? person.Id}{(person.Email is { } email ? $" <{email}>" : "")}{(person.Verified ? "" : " (not verified)")}");
        }

        if (request.Variables.ValueKind == JsonValueKind.Object)
        {
            lines.AddRange(request.Variables.EnumerateObject().Select(variable => $"{variable.Name}: {Value.From(variable.Value).ToText()}"));
        }

        return string.Join('\n', lines);
    }

    private string? Person(string? what) => what switch
    {
        null or "" or "email" => request.Person?.Email,
        "id" => request.Person?.Id,
        "name" => request.Person?.Name,
        "language" => request.Person?.Language ?? request.Language,
        "timeZone" => request.Person?.TimeZone,
        _ => null,
    };

    private IEnumerable<KeyValuePair<string, Value>> PersonFields() => OfPerson
        .Where(name => Person(name) is not null)
        .Select(name => new KeyValuePair<string, Value>(name, Value.From(Person(name))));

    private string? Field(string name) => TextOf(request.Fields, name);

    private string? Variable(string name) => TextOf(request.Variables, name);

    private static string? TextOf(JsonElement fields, string name) =>
        fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty(name, out var value) && Value.From(value).ToText() is { Length: > 0 } text ? text : null;

    private static Value ObjectOf(JsonElement element) => element.ValueKind == JsonValueKind.Object ? Value.From(element) : Value.Object([]);

    private static Value LineOf(TranscriptLine line) => Value.Object(
    [
        new("at", Value.From(line.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture))),
        new("from", Value.From(line.FromPerson ? "person" : "bot")),
        new("text", Value.From(line.Text)),
    ]);

    private static Value Text(string? text) => string.IsNullOrEmpty(text) ? Value.Undefined : Value.From(text);

    private static string? Cut(string? text)
    {
        var line = text?.ReplaceLineEndings(" ").Trim();
        if (string.IsNullOrEmpty(line))
        {
            return null;
        }

        if (line.Length <= LongestLine)
        {
            return line;
        }

        // Never between the halves of a character.
        var end = char.IsHighSurrogate(line[LongestLine - 2]) ? LongestLine - 2 : LongestLine - 1;
        return line[..end].TrimEnd() + "…";
    }
}
