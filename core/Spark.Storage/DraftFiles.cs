using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spark.Storage;

/// <summary>The files of a draft as they are stored.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class DraftFiles : JsonSerializerContext
{
    public static byte[] Write(IReadOnlyDictionary<string, string> files) =>
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(files, StringComparer.Ordinal), Default.DictionaryStringString);

    public static Dictionary<string, string> Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Default.DictionaryStringString)!;
}
