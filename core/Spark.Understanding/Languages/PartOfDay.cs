namespace Spark.Understanding.Languages;

/// <summary>Which half of the day an hour is meant in.</summary>
internal enum PartOfDay
{
    Morning,
    Afternoon,

    /// <summary>Eleven at night is late, three at night is early.</summary>
    Night,
}
