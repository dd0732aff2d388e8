using System.Globalization;
using Spark.Benchmarks.Fill;

// Copies the one conversation of a SQLite file, which the product itself has written, as often as is asked for.
if (args is not [var file, var count, var prefix] || !File.Exists(file))
{
    Console.Error.WriteLine("usage: fill <spark.db> <count> <prefix of external ids>");
    return 2;
}

using var database = new FilledDatabase(file);
database.Fill(int.Parse(count, CultureInfo.InvariantCulture), prefix);
return 0;
