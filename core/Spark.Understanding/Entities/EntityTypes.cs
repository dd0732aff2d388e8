namespace Spark.Understanding.Entities;

/// <summary>The types of system entities, named as the recognizers behind Bot Builder's prompts name them.</summary>
public static class EntityTypes
{
    public const string Number = "number";
    public const string Ordinal = "ordinal";
    public const string OrdinalRelative = "ordinal.relative";
    public const string Percentage = "percentage";
    public const string Age = "age";
    public const string Currency = "currency";
    public const string Dimension = "dimension";
    public const string Temperature = "temperature";
    public const string Email = "email";
    public const string Url = "url";
    public const string Phone = "phonenumber";
    public const string Boolean = "boolean";

    /// <summary>What the types of all moments begin with: <c>datetimeV2.date</c>, <c>datetimeV2.timerange</c> and so on.</summary>
    public const string MomentPrefix = "datetimeV2.";
}
