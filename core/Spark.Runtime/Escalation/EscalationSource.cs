using System.Text.Json.Serialization;

namespace Spark.Runtime.Escalation;

/// <summary>Where the value of a parameter comes from.</summary>
public enum EscalationSource
{
    /// <summary>What the administrator wrote, as it is.</summary>
    [JsonStringEnumMemberName("constant")]
    Constant,

    /// <summary>The person: <c>email</c> (also when no value says), <c>id</c>, <c>name</c>, <c>language</c> or <c>timeZone</c>.</summary>
    [JsonStringEnumMemberName("person")]
    Person,

    /// <summary>The issue in one line.</summary>
    [JsonStringEnumMemberName("shortDescription")]
    ShortDescription,

    /// <summary>The issue with what was said.</summary>
    [JsonStringEnumMemberName("description")]
    Description,

    /// <summary>What the desk should know beside it: variables, channel, language.</summary>
    [JsonStringEnumMemberName("workNotes")]
    WorkNotes,

    /// <summary>The team: the step's <c>queue</c> or field, or else the value that is given here.</summary>
    [JsonStringEnumMemberName("assignmentGroup")]
    AssignmentGroup,

    /// <summary>The category.</summary>
    [JsonStringEnumMemberName("category")]
    Category,

    /// <summary>The sub category.</summary>
    [JsonStringEnumMemberName("subCategory")]
    SubCategory,

    /// <summary>The device or other item: a field of the step, or else the value that is given here.</summary>
    [JsonStringEnumMemberName("configurationItem")]
    ConfigurationItem,

    /// <summary>What was said, a line each.</summary>
    [JsonStringEnumMemberName("transcriptText")]
    TranscriptText,

    /// <summary>What was said, as HTML.</summary>
    [JsonStringEnumMemberName("transcriptHtml")]
    TranscriptHtml,

    /// <summary>The shared variable that the value names.</summary>
    [JsonStringEnumMemberName("variable")]
    Variable,

    /// <summary>What the value, a JSONata expression, gives.</summary>
    [JsonStringEnumMemberName("jsonata")]
    Jsonata,

    /// <summary>The id under which the ticket is found again.</summary>
    [JsonStringEnumMemberName("correlationId")]
    CorrelationId,

    /// <summary>An output of another API Call, whose only parameter gets what the value, a JSONata expression, gives.</summary>
    [JsonStringEnumMemberName("lookup")]
    Lookup,
}
