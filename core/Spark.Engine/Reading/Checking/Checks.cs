namespace Spark.Engine.Reading.Checking;

/// <summary>All checks over the whole bot.</summary>
internal static class Checks
{
    public static void Run(ReadingContext reading)
    {
    }
}
