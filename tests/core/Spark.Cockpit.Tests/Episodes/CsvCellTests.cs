using Spark.Cockpit.Episodes;

namespace Spark.Cockpit.Tests.Episodes;

public sealed class CsvCellTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("Jo Peters", "Jo Peters")]
    [InlineData("Peters, Jo", "\"Peters, Jo\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-2+3", "\"'-2+3\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    public void A_cell_is_text_whatever_a_spreadsheet_would_take_it_for(string? text, string cell) => CsvCell.Of(text).ShouldBe(cell);
}
