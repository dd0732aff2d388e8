using Spark.Settings;

namespace Spark.Channels.HandoffApi;

/// <summary>The settings of one instance.</summary>
/// <remarks>The properties have setters because source-generated JSON overwrites the defaults of <c>init</c> properties.</remarks>
internal sealed record HandoffSettings
{
    [Setting("Target", Help = "The channel instance on which conversations go on, such as teams. It must be one that can write to people first.")]
    public string? Target { get; set; }

    [Setting("Media types", Help = "The files that are taken: media types such as image/png, or image/* for all of a kind. A file of another type is refused with 400.")]
    public IReadOnlyList<string> MediaTypes { get; set; } =
        ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain", "text/csv"];

    /// <summary>Everything that is wrong, each in a sentence for the operator.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(Target))
        {
            problems.Add("The setting 'target' is missing: name the channel instance on which conversations go on, such as teams.");
        }

        problems.AddRange((MediaTypes ?? []).Where(type => !MediaTypeList.IsPattern(type)).Select(type =>
            $"The setting 'mediaTypes' holds '{type}', which is no media type: write one such as image/png, or image/* for all of a kind."));
        return problems;
    }
}
