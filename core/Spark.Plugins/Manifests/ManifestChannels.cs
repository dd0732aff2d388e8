using System.Text.Json;
using Spark.Engine.Reading;

namespace Spark.Plugins.Manifests;

/// <summary>Reads what a manifest says of channels: what its own can show, and of which its offload providers take conversations.</summary>
internal static class ManifestChannels
{
    private static readonly string[] Limits = ["textLength", "choices", "choiceLength"];

    /// <summary><c>"channels": { "sms": { "textLength": 160, "choices": 0 } }</c>.</summary>
    public static Dictionary<string, ChannelProfile> Read(ManifestFields fields)
    {
        var profiles = new Dictionary<string, ChannelProfile>(StringComparer.Ordinal);
        foreach (var channel in fields.Object("channels") is { } channels ? channels.EnumerateObject() : default)
        {
            var isGood = channel.Value.ValueKind == JsonValueKind.Object
                && channel.Value.EnumerateObject().All(limit => Limits.Contains(limit.Name, StringComparer.Ordinal) && limit.Value.TryGetWhole() is >= 0);
            if (!isGood)
            {
                fields.Wrong("channels", $"says of '{channel.Name}' what this host does not know", $"Give it whole numbers for {string.Join(", ", Limits)}.");
                continue;
            }

            profiles[channel.Name] = new()
            {
                TextLength = Limit(channel.Value, "textLength"),
                Choices = Limit(channel.Value, "choices"),
                ChoiceLength = Limit(channel.Value, "choiceLength"),
            };
        }

        return profiles;
    }

    /// <summary><c>"takes": { "our-desk": ["our-channel"] }</c>.</summary>
    public static Dictionary<string, IReadOnlySet<string>> ReadTakes(ManifestFields fields)
    {
        var takes = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var provider in fields.Object("takes") is { } all ? all.EnumerateObject() : default)
        {
            if (provider.Value.ValueKind == JsonValueKind.Array && provider.Value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            {
                takes[provider.Name] = provider.Value.EnumerateArray().Select(item => item.GetString()!).ToHashSet(StringComparer.Ordinal);
            }
            else
            {
                fields.Wrong("takes", $"names no channels for '{provider.Name}'", "Give it a list of channels' ids, in double quotes.");
            }
        }

        return takes;
    }

    private static int? Limit(JsonElement channel, string name) => channel.TryGetProperty(name, out var limit) ? limit.TryGetWhole() : null;

    private static int? TryGetWhole(this JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
