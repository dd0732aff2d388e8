namespace Spark.Engine.Reading.Checking;

/// <summary>One concern over a whole bot. It says all that it finds.</summary>
internal interface ICheck
{
    void Run(ReadingContext reading);
}
