using System.Text;

namespace Spark.Expressions.Values;

/// <summary>The name of a field as expressions write it, ready for objects that lie in UTF-8.</summary>
internal sealed class FieldName(string text)
{
    private byte[]? utf8;

    public string Text => text;

    public byte[] Utf8 => utf8 ??= Encoding.UTF8.GetBytes(text);
}
