using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Actions;

/// <summary>Reads <c>offload</c>.</summary>
internal sealed class OffloadReader : IDeedReader
{
    private const string WholeTranscript = "all";
    private static readonly string[] ShareFields = ["transcript", "variables"];

    public string Verb => "offload";

    public IReadOnlyList<string> Companions { get; } = ["queue", "fields", "share", "leave", .. AwaitingFields.All];

    public Deed Read(DeedContext deed)
    {
        var (map, reading) = (deed.Map, deed.Reading);
        var connection = reading.Nodes.Id(deed.Verb.Value, Verb);
        if (connection is not null)
        {
            reading.Draft.References.Add(new(ReferenceKind.Connection, connection.Value, connection.At, Dialog: null));
            reading.Draft.OffloadConnections.Add(new(connection.Value, connection.At));
        }

        var awaiting = AwaitingFields.Read(deed, ResultFields.OfOffloads);
        Disclosure.Read(deed);
        var share = map.Find("share") is { } entry ? reading.Nodes.Mapping(entry.Value, "share") : null;
        if (share is not null)
        {
            reading.Nodes.Allow(share, "'share'", ShareFields);
        }

        return new OffloadDeed
        {
            Path = deed.Path,
            Next = deed.Next,
            At = deed.At,
            Connection = connection?.Value ?? "",
            Queue = map.Find("queue") is { } queue && reading.Nodes.Scalar(queue.Value, "queue", "a text") is { } name
                ? reading.Templates.Read(name, "queue", deed.Scope)
                : null,
            Fields = map.Find("fields") is { } fields && reading.Nodes.Mapping(fields.Value, "fields") is { } values
                ? reading.Templates.Fields(values.Entries, deed.Scope)
                : null,
            ShareVariables = share?.Find("variables") is { } variables ? ReadVariables(variables.Value, deed) : [],
            Leave = map.Find("leave") is { } leave ? ReadIntents(leave.Value, reading) : [],
            ShareTranscript = share?.Find("transcript") is { } transcript ? ReadTranscript(transcript.Value, reading) : 0,
            Save = awaiting.Save,
            Outcomes = awaiting.Outcomes,
            Otherwise = awaiting.Otherwise,
            Timeout = awaiting.Timeout,
            Approval = awaiting.Approval,
        };
    }

    private static List<string> ReadVariables(YamlNode node, DeedContext deed)
    {
        var names = new List<string>();
        foreach (var name in deed.Reading.Nodes.List(node, "variables", deed.Reading.Nodes.Variable))
        {
            names.Add(name.Value);
            if (!deed.Scope.Names.Contains(name.Value))
            {
                deed.Reading.Draft.References.Add(new(ReferenceKind.Variable, name.Value, name.At, Dialog: null));
                deed.Reading.Draft.ReadPlaces.Add(name.At);
            }
        }

        return names;
    }

    private static List<string> ReadIntents(YamlNode node, ReadingContext reading)
    {
        var intents = new List<string>();
        foreach (var intent in reading.Nodes.List(node, "leave", reading.Nodes.Id))
        {
            intents.Add(intent.Value);
            reading.Draft.References.Add(new(ReferenceKind.Intent, intent.Value, intent.At, Dialog: null));
        }

        return intents;
    }

    private static int ReadTranscript(YamlNode node, ReadingContext reading) => node is YamlScalar { Value: WholeTranscript }
        ? int.MaxValue
        : node is YamlScalar word && word.AsNumber() is null
        ? Refuse(node, reading)
        : reading.Nodes.WholeNumber(node, "transcript", 0) ?? 0;

    private static int Refuse(YamlNode node, ReadingContext reading)
    {
        reading.Nodes.RefuseKind(node, "transcript", "all or a number of lines");
        return 0;
    }
}
