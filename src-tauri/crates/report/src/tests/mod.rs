mod catalogue;
mod example;
mod workbook;
mod xml;
