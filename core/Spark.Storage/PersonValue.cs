using System.Text;
using Spark.Expressions;

namespace Spark.Storage;

/// <summary>How the value of a person's variable is written, whatever the database: as JSON in UTF-8; nothing for one that was cleared.</summary>
internal static class PersonValue
{
    public static byte[]? Write(Value value) => value.IsUndefined ? null : Encoding.UTF8.GetBytes(value.ToJson());

    public static Value Read(byte[]? value) => value is null ? Value.Undefined : Value.Parse(Encoding.UTF8.GetString(value));
}
